package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

/**
 * A device of a person, waiting or active.
 *
 * @param challenge base64url, of the options it was created with
 * @param expires until when it may be activated
 * @param created when
 * @param nickname its name, if it has one
 * @param active what it became when it was activated
 */
record StoredDevice(
        String id,
        String userId,
        String challenge,
        Instant expires,
        Instant created,
        Optional<String> nickname,
        Optional<Active> active) {

    /** A credential, and from when on it is shown. */
    record Active(CredentialId credentialId, VerifiedKey key, Instant visible) {}

    StoredDevice activated(Active credential) {
        return new StoredDevice(id, userId, challenge, expires, created, nickname, Optional.of(credential));
    }

    StoredDevice named(String name) {
        return new StoredDevice(id, userId, challenge, expires, created, Optional.of(name), active);
    }

    boolean isVisible() {
        return active.filter(one -> Instant.now().isBefore(one.visible())).isEmpty();
    }

    String status() {
        return active.isPresent() ? "ACTIVE" : "ACTIVATION_REQUIRED";
    }

    /** PingOne shows neither credential id nor key. */
    JsonObject toJson() {
        return Json.object(
                "id",
                id,
                "type",
                "FIDO2",
                "status",
                status(),
                "nickname",
                nickname.orElse(null),
                "displayName",
                "Security key",
                "createdAt",
                created,
                "updatedAt",
                created,
                "rp",
                PingOnePolicies.relyingParty(),
                "user",
                Json.object("id", userId));
    }

    JsonObject toState() {
        JsonObject json = toJson();
        active.ifPresent(one -> {
            json.addProperty("credentialId", one.credentialId().base64Url());
            one.key().addTo(json);
        });
        return json;
    }
}
