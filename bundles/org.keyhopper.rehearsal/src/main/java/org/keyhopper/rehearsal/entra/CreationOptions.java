package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** Writes webauthnCredentialCreationOptions as Graph does, quirks and all. */
final class CreationOptions {

    private static final int TOKEN_BYTES = 3_700;

    private CreationOptions() {}

    /** Returns a challenge like Graph's: base64url of a text that is base64url itself, several thousand characters. */
    static String challenge() {
        return base64Url(TokenIssuer.random(TOKEN_BYTES).getBytes(StandardCharsets.US_ASCII));
    }

    static JsonObject write(
            SandboxUser user, String challenge, Instant end, List<StoredMethod> registered, IdForm form) {
        JsonObject key = Json.object(
                "rp", Json.object("id", PasskeyPages.RELYING_PARTY, "name", "Microsoft"),
                "user", account(user),
                "challenge", challenge,
                "pubKeyCredParams",
                        PasskeyPages.ALGORITHMS.stream()
                                .map(CreationOptions::algorithm)
                                .toList(),
                "timeout", 0,
                "attestation", "direct",
                "excludeCredentials",
                        registered.stream().map(one -> descriptor(one, form)).toList(),
                "authenticatorSelection", selection(),
                "extensions", extensions());
        return Json.object(
                "@odata.context",
                "https://graph.microsoft.com/v1.0/$metadata#rehearsal",
                "@odata.type",
                "#microsoft.graph.webauthnCredentialCreationOptions",
                "challengeTimeoutDateTime",
                end,
                "publicKey",
                key);
    }

    private static JsonObject account(SandboxUser user) {
        ByteBuffer handle = ByteBuffer.allocate(3 + 16 + 16).put("OF:".getBytes(StandardCharsets.US_ASCII));
        UUID id = UUID.fromString(user.id());
        handle.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        handle.putLong(id.getLeastSignificantBits()).putLong(id.getMostSignificantBits());
        return Json.object(
                "@odata.type", "#microsoft.graph.webauthnPublicKeyCredentialUserEntity",
                "id", base64Url(handle.array()),
                "displayName", user.displayName(),
                "name", user.userPrincipalName());
    }

    private static JsonObject algorithm(int algorithm) {
        return Json.object("type", "public-key", "alg", algorithm);
    }

    private static JsonObject descriptor(StoredMethod method, IdForm form) {
        return Json.object("id", form.write(method.credentialId()), "type", "public-key", "transports", List.of());
    }

    private static JsonObject selection() {
        return Json.object(
                "authenticatorAttachment", "cross-platform",
                "requireResidentKey", true,
                "userVerification", "required");
    }

    private static JsonObject extensions() {
        return Json.object(
                "hmacCreateSecret", true,
                "enforceCredentialProtectionPolicy", true,
                "credentialProtectionPolicy", "userVerificationOptional");
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
