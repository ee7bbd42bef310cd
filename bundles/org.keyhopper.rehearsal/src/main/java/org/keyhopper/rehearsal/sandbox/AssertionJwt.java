package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Verifies the assertion of an application that signs in with a certificate (RFC 7523 section 3). */
public final class AssertionJwt {

    private AssertionJwt() {}

    /** Returns whether it is signed with the certificate, names the client and the audience, and has not expired. */
    public static boolean isGood(String jwt, X509Certificate registered, String clientId, String audience) {
        String[] parts = jwt.split("\\.");
        try {
            return parts.length == 3
                    && claimsAreGood(json(parts[1]), clientId, audience)
                    && isSigned(parts, json(parts[0]), registered);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Returns whether the assertion lives no longer than this, or says when it was issued. */
    public static boolean isShortLivedOrDated(String jwt, Duration longest) {
        JsonObject claims = json(jwt.split("\\.")[1]);
        long end = Json.text(claims, "exp").map(Long::valueOf).orElse(Long.MAX_VALUE);
        return claims.has("iat") || end <= Instant.now().plus(longest).getEpochSecond();
    }

    private static boolean claimsAreGood(JsonObject claims, String clientId, String audience) {
        long now = Instant.now().getEpochSecond();
        return Json.text(claims, "iss").filter(clientId::equals).isPresent()
                && Json.text(claims, "sub").filter(clientId::equals).isPresent()
                && Json.text(claims, "aud").filter(audience::equals).isPresent()
                && Json.text(claims, "jti").isPresent()
                && Json.text(claims, "exp")
                        .filter(end -> Long.parseLong(end) > now)
                        .isPresent();
    }

    private static boolean isSigned(String[] parts, JsonObject header, X509Certificate registered)
            throws GeneralSecurityException {
        String thumbprint = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(registered.getEncoded()));
        if (!Json.text(header, "x5t#S256").filter(thumbprint::equals).isPresent()) {
            return false;
        }
        Signature check = algorithm(Json.text(header, "alg").orElse(""));
        check.initVerify(registered);
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static Signature algorithm(String name) throws GeneralSecurityException {
        if (name.equals("RS256")) {
            return Signature.getInstance("SHA256withRSA");
        }
        if (name.equals("ES256")) {
            return Signature.getInstance("SHA256withECDSAinP1363Format");
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return pss;
    }

    private static JsonObject json(String part) {
        return Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("no JSON"));
    }
}
