package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;

/**
 * A registered passkey.
 *
 * @param visible from when on it can be read
 */
record StoredMethod(
        String userId,
        CredentialId credentialId,
        String displayName,
        VerifiedKey key,
        Instant created,
        Instant visible) {

    /** What verification found out. */
    record VerifiedKey(UUID aaguid, boolean attested, PublicKey publicKey, int algorithm) {}

    boolean isCalled(String methodId) {
        for (IdForm form : IdForm.values()) {
            if (form.write(credentialId).equals(methodId)) {
                return true;
            }
        }
        return false;
    }

    JsonObject toJson(IdForm form) {
        return Json.object(
                "id",
                form.write(credentialId),
                "displayName",
                displayName,
                "createdDateTime",
                created,
                "aaGuid",
                key.aaguid(),
                "model",
                "Rehearsal",
                "attestationLevel",
                key.attested() ? "attested" : "notAttested",
                "passkeyType",
                "deviceBound");
    }

    JsonObject toState(IdForm form) {
        JsonObject json = toJson(form);
        json.addProperty("credentialId", credentialId.base64Url());
        json.addProperty(
                "publicKey", Base64.getEncoder().encodeToString(key.publicKey().getEncoded()));
        json.addProperty("algorithm", key.algorithm());
        return json;
    }
}
