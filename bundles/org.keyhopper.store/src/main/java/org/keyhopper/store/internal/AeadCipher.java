package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyhopper.core.request.StoreException;

/**
 * AES-256-GCM with one key. The ciphertext is base64 of a format byte, the nonce of 12 bytes, and the encrypted bytes
 * with their tag.
 */
final class AeadCipher {

    private static final byte FORMAT = 1;
    private static final int NONCE_AT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TEXT_AT = NONCE_AT + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final RowMacKey macKey;
    private final SecureRandom random = new SecureRandom();

    /** Copies the key; the caller wipes its array. */
    AeadCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        macKey = new RowMacKey(key);
    }

    String close(AssociatedData location, byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(new byte[] {FORMAT}, TEXT_AT + clear.length + TAG_BITS / 8);
        System.arraycopy(nonce, 0, sealed, NONCE_AT, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, location).doFinal(clear, 0, clear.length, sealed, TEXT_AT);
        } catch (GeneralSecurityException e) {
            throw new StoreException("A secret could not be encrypted.", e);
        }
        return Base64.getEncoder().encodeToString(sealed);
    }

    /**
     * Returns the plaintext, to be wiped by the caller. Fails unless it was encrypted with this key and the same
     * associated data.
     */
    byte[] open(AssociatedData location, String sealed) throws GeneralSecurityException {
        byte[] bytes = decoded(sealed);
        if (bytes.length < TEXT_AT || bytes[0] != FORMAT) {
            throw new GeneralSecurityException("not a sealed value of format " + FORMAT);
        }
        byte[] nonce = Arrays.copyOfRange(bytes, NONCE_AT, TEXT_AT);
        return cipher(Cipher.DECRYPT_MODE, nonce, location).doFinal(bytes, TEXT_AT, bytes.length - TEXT_AT);
    }

    /** Returns whether it was encrypted with this key and the same associated data. */
    boolean opens(AssociatedData location, String sealed) {
        try {
            Arrays.fill(open(location, sealed), (byte) 0);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns the key that is derived from this one for the MACs of rows. */
    RowMacKey macKey() {
        return macKey;
    }

    private Cipher cipher(int mode, byte[] nonce, AssociatedData location) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(location.bytes());
        return cipher;
    }

    private static byte[] decoded(String sealed) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not base64", e);
        }
    }
}
