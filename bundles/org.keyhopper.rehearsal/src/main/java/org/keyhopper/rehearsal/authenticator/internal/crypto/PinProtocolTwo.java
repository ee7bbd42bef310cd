package org.keyhopper.rehearsal.authenticator.internal.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;

/** PIN/UV auth protocol two (CTAP 2.1, section 6.5.7): HMAC key followed by AES key, IV before each message. */
public record PinProtocolTwo() implements PinProtocol {
    private static final int BLOCK = 16;
    private static final int KEY = 32;

    @Override
    public byte[] derive(byte[] agreed) {
        return Digests.join(Digests.hkdf(agreed, "CTAP2 HMAC key"), Digests.hkdf(agreed, "CTAP2 AES key"));
    }

    @Override
    public byte[] encrypt(byte[] secret, byte[] plain, SecureRandom random) {
        byte[] iv = new byte[BLOCK];
        random.nextBytes(iv);
        return Digests.join(iv, PinProtocol.aes(Cipher.ENCRYPT_MODE, aesKey(secret), iv, plain));
    }

    @Override
    public byte[] decrypt(byte[] secret, byte[] encrypted) {
        if (encrypted.length < BLOCK) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        byte[] iv = Arrays.copyOf(encrypted, BLOCK);
        byte[] body = Arrays.copyOfRange(encrypted, BLOCK, encrypted.length);
        return PinProtocol.aes(Cipher.DECRYPT_MODE, aesKey(secret), iv, body);
    }

    @Override
    public byte[] authenticate(byte[] key, byte[] message) {
        return Digests.hmac(Arrays.copyOf(key, KEY), message);
    }

    private static byte[] aesKey(byte[] secret) {
        return Arrays.copyOfRange(secret, KEY, 2 * KEY);
    }
}
