package org.keyhopper.fido.internal.ctap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** PIN/UV auth protocol two (CTAP 2.2 section 6.5.7): the secret is an HMAC key followed by an AES key. */
final class PinProtocolTwo extends PinProtocol {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] NO_SALT = new byte[HASH];
    private static final byte[] FIRST_BLOCK = {1};
    private static final byte[] FOR_HMAC = "CTAP2 HMAC key".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FOR_AES = "CTAP2 AES key".getBytes(StandardCharsets.US_ASCII);

    @Override
    public int getVersion() {
        return 2;
    }

    /** HKDF with SHA-256 (RFC 5869), once for each half. */
    @Override
    public byte[] kdf(byte[] shared) {
        byte[] extracted = hmac(NO_SALT, HASH, shared);
        return ByteBuffer.allocate(2 * HASH)
                .put(hmac(extracted, HASH, FOR_HMAC, FIRST_BLOCK))
                .put(hmac(extracted, HASH, FOR_AES, FIRST_BLOCK))
                .array();
    }

    @Override
    public byte[] encrypt(byte[] key, byte[] plaintext) {
        byte[] iv = new byte[BLOCK];
        RANDOM.nextBytes(iv);
        byte[] encrypted = aes(true, key, iv, plaintext, 0);
        return ByteBuffer.allocate(BLOCK + encrypted.length)
                .put(iv)
                .put(encrypted)
                .array();
    }

    @Override
    public byte[] decrypt(byte[] key, byte[] ciphertext) {
        return aes(false, key, Arrays.copyOf(ciphertext, BLOCK), ciphertext, BLOCK);
    }

    /** Uses the first half of a shared secret, but all of a token. */
    @Override
    public byte[] authenticate(byte[] key, byte[] message) {
        return hmac(key, Math.min(key.length, HASH), message);
    }
}
