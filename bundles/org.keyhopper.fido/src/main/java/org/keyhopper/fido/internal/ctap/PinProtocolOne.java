package org.keyhopper.fido.internal.ctap;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** PIN/UV auth protocol one (CTAP 2.2 section 6.5.6). */
final class PinProtocolOne extends PinProtocol {

    private static final byte[] NO_IV = new byte[BLOCK];

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] kdf(byte[] shared) {
        var digest = SHA256Digest.newInstance();
        digest.update(shared, 0, shared.length);
        byte[] secret = new byte[HASH];
        digest.doFinal(secret, 0);
        return secret;
    }

    @Override
    public byte[] encrypt(byte[] key, byte[] plaintext) {
        return aes(true, key, NO_IV, plaintext, 0);
    }

    @Override
    public byte[] decrypt(byte[] key, byte[] ciphertext) {
        return aes(false, key, NO_IV, ciphertext, 0);
    }

    @Override
    public byte[] authenticate(byte[] key, byte[] message) {
        return Arrays.copyOf(hmac(key, key.length, message), 16);
    }
}
