package org.keyhopper.transport.helper.internal.wire;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only the helper and the person it helps know. Good for one client. */
public final class Secret implements AutoCloseable {

    public static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes);
    }

    /** Takes over the bytes, which are wiped in the end. */
    public static Secret of(byte[] bytes) throws MalformedMessage {
        if (bytes.length != LENGTH) {
            throw new MalformedMessage("a secret of " + bytes.length + " bytes");
        }
        return new Secret(bytes);
    }

    /** Returns a copy, for the file by which it is handed over. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] proof(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "secret";
    }
}
