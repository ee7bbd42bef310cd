package org.keyhopper.rehearsal.oidc;

import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** An RSA key and the JWTs that it signs (RS256). */
record SigningKey(String id, KeyPair pair) {

    private static final int BITS = 2048;

    /** Returns the key with which every sandbox of this process begins; making one takes up to seconds. */
    static SigningKey first() {
        return First.KEY;
    }

    /** Makes the first key when it is wanted. */
    private static final class First {
        static final SigningKey KEY = fresh();
    }

    static SigningKey fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(UUID.randomUUID().toString(), generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    JsonObject jwk() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        JsonObject jwk = new JsonObject();
        jwk.addProperty("kty", "RSA");
        jwk.addProperty("use", "sig");
        jwk.addProperty("alg", "RS256");
        jwk.addProperty("kid", id);
        jwk.addProperty("n", text(key.getModulus()));
        jwk.addProperty("e", text(key.getPublicExponent()));
        return jwk;
    }

    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, start, bytes.length);
        return text(plain);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns a JWT; unsigned if {@code alg} is {@code none}. */
    String jwt(String alg, JsonObject claims) {
        JsonObject header = new JsonObject();
        header.addProperty("alg", alg);
        header.addProperty("kid", id);
        String content = text(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + text(claims.toString().getBytes(StandardCharsets.UTF_8));
        return content + "." + ("none".equals(alg) ? "" : signed(content));
    }

    private String signed(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with RSA", e);
        }
    }
}
