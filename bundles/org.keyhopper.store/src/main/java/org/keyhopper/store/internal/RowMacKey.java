package org.keyhopper.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of the rows' MACs, derived from the master key, which does not follow from it. */
final class RowMacKey {

    private static final String MAC = "HmacSHA256";
    private static final byte[] PURPOSE = "Keyhopper row MAC".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;

    RowMacKey(byte[] master) {
        key = new SecretKeySpec(hmac(new SecretKeySpec(master, MAC), PURPOSE), MAC);
    }

    /** Returns the HMAC-SHA-256 of the bytes. */
    byte[] mac(byte[] bytes) {
        return hmac(key, bytes);
    }

    private static byte[] hmac(SecretKey key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
