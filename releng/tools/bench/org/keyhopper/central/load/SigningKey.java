package org.keyhopper.central.load;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A P-256 key, and what it signs. */
final class SigningKey {

    private static final int COORDINATE = 32;

    private final KeyPair pair;

    SigningKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    byte[] x() {
        return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineX());
    }

    byte[] y() {
        return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineY());
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] coordinate = new byte[COORDINATE];
        int length = Math.min(COORDINATE, bytes.length);
        System.arraycopy(bytes, bytes.length - length, coordinate, COORDINATE - length, length);
        return coordinate;
    }

    String jwk() {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + text(x()) + "\",\"y\":\"" + text(y()) + "\"}";
    }

    /** Signs with ECDSA and SHA-256, as WebAuthn has it. */
    byte[] sign(byte[] data) throws GeneralSecurityException {
        return signature("SHA256withECDSA", data);
    }

    private byte[] signature(String algorithm, byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(pair.getPrivate());
        signature.update(data);
        return signature.sign();
    }

    String jwt(String header, String claims) throws GeneralSecurityException {
        String content = text(header.getBytes(StandardCharsets.UTF_8)) + "." + text(claims.getBytes(StandardCharsets.UTF_8));
        byte[] signed = signature("SHA256withECDSAinP1363Format", content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + text(signed);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }
}
