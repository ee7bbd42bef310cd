package org.keyhopper.transport.helper.internal.wire;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret shared by the helper and its user, valid for one client. */
public final class SharedSecret implements AutoCloseable {

    public static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";

    private final byte[] bytes;

    private SharedSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SharedSecret random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new SharedSecret(bytes);
    }

    /** Takes ownership of the bytes, which are wiped by {@link #close()}. */
    public static SharedSecret of(byte[] bytes) throws MalformedMessage {
        if (bytes.length != LENGTH) {
            throw new MalformedMessage("a secret of " + bytes.length + " bytes");
        }
        return new SharedSecret(bytes);
    }

    /** Returns a copy, for the file that passes it to the user. */
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
