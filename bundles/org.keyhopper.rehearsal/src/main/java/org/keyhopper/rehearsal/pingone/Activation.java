package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.RefusedException;

/** The body of an activation, read strictly: every member there, none besides, each in its own encoding. */
record Activation(String origin, CredentialId id, byte[] clientDataJson, byte[] attestationObject) {

    private static final Set<String> OUTER = Set.of("origin", "attestation");
    private static final Set<String> CREDENTIAL = Set.of("id", "type", "rawId", "response", "clientExtensionResults");
    private static final Set<String> RESPONSE = Set.of("clientDataJSON", "attestationObject");

    static Activation read(String body) throws RefusedException {
        JsonObject outer = object(body, OUTER, "body");
        JsonObject credential = object(text(outer, "attestation"), CREDENTIAL, "attestation");
        JsonObject response = Json.at(credential, "response");
        if (!response.keySet().equals(RESPONSE) || !text(credential, "type").equals("public-key")) {
            throw new RefusedException("attestation is not a registration");
        }
        byte[] raw = standard(text(credential, "rawId"));
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(raw).equals(text(credential, "id"))) {
            throw new RefusedException("id and rawId differ, or id is not base64url");
        }
        return new Activation(
                text(outer, "origin"),
                CredentialId.of(raw),
                standard(text(response, "clientDataJSON")),
                standard(text(response, "attestationObject")));
    }

    /** Returns whether the origin is the one in the client data, and belongs to the relying party. */
    boolean hasGoodOrigin(String rpId) {
        boolean same = Json.read(new String(clientDataJson, StandardCharsets.UTF_8))
                .flatMap(json -> Json.text(json, "origin"))
                .filter(origin::equals)
                .isPresent();
        String host = origin.startsWith("https://") ? URI.create(origin).getHost() : "";
        return same && (host.equals(rpId) || host.endsWith("." + rpId));
    }

    private static JsonObject object(String text, Set<String> members, String what) throws RefusedException {
        return Json.read(text)
                .filter(json -> json.keySet().equals(members))
                .orElseThrow(() -> new RefusedException(what + " must have the members " + members + " alone"));
    }

    private static String text(JsonObject json, String name) throws RefusedException {
        return Json.text(json, name).orElseThrow(() -> new RefusedException(name + " is no text"));
    }

    /** Standard base64 with its padding, and nothing else. */
    private static byte[] standard(String text) throws RefusedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length > 0 && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException("a binary member is not standard base64: " + malformed.getMessage());
        }
        throw new RefusedException("a binary member is not standard base64 with padding");
    }
}
