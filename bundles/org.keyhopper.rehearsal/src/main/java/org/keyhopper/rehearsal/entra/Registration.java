package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.RefusedException;

/** The body of a registration. */
record Registration(CredentialId id, String displayName, byte[] clientDataJson, byte[] attestationObject) {

    static Registration read(String body) throws RefusedException {
        JsonObject json = Json.read(body)
                .orElseThrow(() -> new RefusedException("The request is missing a fido2AuthenticationMethod entity"));
        JsonObject credential = Json.at(json, "publicKeyCredential");
        JsonObject response = Json.at(credential, "response");
        return new Registration(
                PasskeyPages.id(Json.text(credential, "id").orElse("")),
                Json.text(json, "displayName").orElse(""),
                PasskeyPages.base64Url(Json.text(response, "clientDataJSON").orElse("")),
                PasskeyPages.base64Url(Json.text(response, "attestationObject").orElse("")));
    }

    /** Returns the challenge that the client data names. */
    String challenge() throws RefusedException {
        return Json.read(new String(clientDataJson, StandardCharsets.UTF_8))
                .flatMap(json -> Json.text(json, "challenge"))
                .orElseThrow(() -> new RefusedException("The client data names no challenge."));
    }
}
