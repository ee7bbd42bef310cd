package org.keyhopper.directory.support.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.directory.support.json.JsonText;

/** The proof that we hold the key of a registered certificate: a JWT (RFC 7523 section 3). */
final class ClientAssertion {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private final ClientCertificate certificate;
    private final String clientId;
    private final String audience;
    private final Clock clock;

    ClientAssertion(ClientCertificate certificate, String clientId, String audience, Clock clock) {
        this.certificate = certificate;
        this.clientId = clientId;
        this.audience = audience;
        this.clock = clock;
    }

    /** Returns a fresh assertion, good for five minutes. */
    Answer<String> sign() {
        try {
            return Answer.done(
                    certificate.key().getAlgorithm().equals("EC")
                            ? signed("ES256", ecdsa(certificate.key()))
                            : signed("PS256", pss(certificate.key())));
        } catch (NoSuchAlgorithmException | InvalidKeyException | InvalidAlgorithmParameterException noPss) {
            return signOld(); // keys held by an operating system or a token often lack PSS
        } catch (GeneralSecurityException failed) {
            return unusable(failed);
        }
    }

    private Answer<String> signOld() {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(certificate.key());
            return Answer.done(signed("RS256", rsa));
        } catch (GeneralSecurityException failed) {
            return unusable(failed);
        }
    }

    private static Signature ecdsa(PrivateKey key) throws GeneralSecurityException {
        Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
        ecdsa.initSign(key);
        return ecdsa;
    }

    private static Signature pss(PrivateKey key) throws GeneralSecurityException {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.initSign(key);
        pss.setParameter(PSS);
        return pss;
    }

    private String signed(String algorithm, Signature signature) throws GeneralSecurityException {
        byte[] thumbprint = MessageDigest.getInstance("SHA-256")
                .digest(certificate.certificate().getEncoded());
        Map<String, Object> header =
                new LinkedHashMap<>(Map.of("alg", algorithm, "typ", "JWT", "x5t#S256", base64Url(thumbprint)));
        certificate.keyId().ifPresent(id -> header.put("kid", id));
        String text = part(header) + "." + part(claims());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + base64Url(signature.sign());
    }

    private Map<String, Object> claims() {
        long now = clock.instant().getEpochSecond();
        return Map.of(
                "aud", audience,
                "iss", clientId,
                "sub", clientId,
                "jti", UUID.randomUUID().toString(),
                "iat", now,
                "nbf", now,
                "exp", now + LIFE.toSeconds());
    }

    private static String part(Map<String, ?> members) {
        return base64Url(JsonText.of(members).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Answer<String> unusable(GeneralSecurityException failed) {
        return Answer.failed(SettingFault.KEY_CANNOT_SIGN
                .of("certificate")
                .withDetail(failed.getClass().getSimpleName()));
    }
}
