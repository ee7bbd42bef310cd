package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Json;

/**
 * A credential of a user, stored as it was sent.
 *
 * @param data the JSON text of its public part
 * @param secret the password, empty for others
 */
record StoredCredential(
        String id, String userId, String type, String label, Instant created, String data, String secret) {

    static final String PASSKEY = "webauthn-passwordless";
    static final String PASSWORD = "password";

    StoredCredential withSecret(String text) {
        return new StoredCredential(id, userId, type, label, Instant.now(), data, text);
    }

    boolean isPasskey() {
        return type.equals(PASSKEY);
    }

    /** Returns the id of a passkey; empty where it was stored without one. */
    Optional<CredentialId> credentialId() {
        return isPasskey()
                ? Json.read(data)
                        .flatMap(json -> Json.text(json, "credentialId"))
                        .map(text -> CredentialId.of(Base64.getDecoder().decode(text)))
                : Optional.empty();
    }

    /** Returns what is listed; the secret part never is. */
    JsonObject toJson() {
        return Json.object(
                "id", id,
                "type", type,
                "userLabel", label.isEmpty() ? null : label,
                "createdDate", created.toEpochMilli(),
                "credentialData", data);
    }
}
