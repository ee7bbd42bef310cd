package org.keyhopper.rehearsal.authenticator.internal.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;

/** PIN/UV auth protocol one (CTAP 2.1, section 6.5.6). */
public record PinProtocolOne() implements PinProtocol {
    @Override
    public byte[] derive(byte[] agreed) {
        return Digests.sha256(agreed);
    }

    @Override
    public byte[] encrypt(byte[] secret, byte[] plain, SecureRandom random) {
        return PinProtocol.aes(Cipher.ENCRYPT_MODE, secret, new byte[16], plain);
    }

    @Override
    public byte[] decrypt(byte[] secret, byte[] encrypted) {
        return PinProtocol.aes(Cipher.DECRYPT_MODE, secret, new byte[16], encrypted);
    }

    @Override
    public byte[] authenticate(byte[] key, byte[] message) {
        return Arrays.copyOf(Digests.hmac(key, message), 16);
    }
}
