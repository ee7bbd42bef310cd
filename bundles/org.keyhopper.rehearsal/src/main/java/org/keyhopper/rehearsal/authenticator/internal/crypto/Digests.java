package org.keyhopper.rehearsal.authenticator.internal.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and HMAC-SHA-256. */
public final class Digests {
    private Digests() {}

    /** SHA-256. */
    public static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of a text in UTF-8, such as a relying party id. */
    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA-256. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HKDF-SHA-256 with a salt of 32 zero bytes and one block of output (RFC 5869). */
    public static byte[] hkdf(byte[] secret, String info) {
        byte[] pseudoRandom = hmac(new byte[32], secret);
        byte[] label = info.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(label, label.length + 1);
        block[label.length] = 1;
        return hmac(pseudoRandom, block);
    }

    /** Concatenates byte arrays. */
    public static byte[] join(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
