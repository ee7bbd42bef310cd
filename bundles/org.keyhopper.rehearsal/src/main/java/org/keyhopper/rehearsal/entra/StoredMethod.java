package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

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
                key.synced() ? "synced" : "deviceBound");
    }

    JsonObject toState(IdForm form) {
        JsonObject json = toJson(form);
        json.addProperty("credentialId", credentialId.base64Url());
        key.addTo(json);
        return json;
    }
}
