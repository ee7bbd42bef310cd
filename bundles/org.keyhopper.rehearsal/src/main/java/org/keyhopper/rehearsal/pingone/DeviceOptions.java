package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** Writes PublicKeyCredentialCreationOptions as PingOne does: bytes as signed numbers, algorithms as text. */
final class DeviceOptions {

    static final List<Integer> ALGORITHMS = List.of(-7, -37, -257);
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeviceOptions() {}

    static byte[] challenge() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** @param asText whether bytes are base64url instead of numbers */
    static JsonObject write(
            SandboxUser user, byte[] challenge, List<CredentialId> registered, Duration life, boolean asText) {
        byte[] handle = user.id().getBytes(StandardCharsets.US_ASCII);
        JsonObject account = Json.object(
                "displayName", user.displayName(), "name", user.userPrincipalName(), "id", bytes(handle, asText));
        List<JsonObject> algorithms = ALGORITHMS.stream()
                .map(alg -> Json.object("type", "public-key", "alg", Integer.toString(alg)))
                .toList();
        List<JsonObject> exclude = registered.stream()
                .map(id -> Json.object("type", "public-key", "id", bytes(id.toBytes(), asText)))
                .toList();
        return Json.object(
                "rp", PingOnePolicies.relyingParty(),
                "user", account,
                "challenge", bytes(challenge, asText),
                "pubKeyCredParams", algorithms,
                "timeout", life.toMillis(),
                "excludeCredentials", exclude,
                "authenticatorSelection",
                        Json.object(
                                "residentKey", "required",
                                "requireResidentKey", true,
                                "userVerification", "required"),
                "attestation", "direct",
                "extensions", Json.object("credProps", true, "hmacCreateSecret", true));
    }

    private static JsonElement bytes(byte[] bytes, boolean asText) {
        if (asText) {
            return new JsonPrimitive(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        JsonArray numbers = new JsonArray();
        for (byte value : bytes) {
            numbers.add(value);
        }
        return numbers;
    }
}
