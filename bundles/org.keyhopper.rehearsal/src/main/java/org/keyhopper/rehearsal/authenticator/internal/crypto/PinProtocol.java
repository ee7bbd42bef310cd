package org.keyhopper.rehearsal.authenticator.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;

/** A PIN/UV auth protocol (CTAP 2.1, section 6.5.4), authenticator side. */
public sealed interface PinProtocol permits PinProtocolOne, PinProtocolTwo {
    /** Returns the protocol of this number. */
    static PinProtocol of(int version) {
        return switch (version) {
            case 1 -> new PinProtocolOne();
            case 2 -> new PinProtocolTwo();
            default -> throw new CtapFailure(Status.INVALID_PARAMETER);
        };
    }

    /** Derives the shared secret from the ECDH x coordinate. */
    byte[] derive(byte[] agreed);

    /** Encrypts for the platform. */
    byte[] encrypt(byte[] secret, byte[] plain, SecureRandom random);

    /** Decrypts a value from the platform; fails with 0x02 if its length is invalid. */
    byte[] decrypt(byte[] secret, byte[] encrypted);

    /** Authenticates a message with a shared secret or a token. */
    byte[] authenticate(byte[] key, byte[] message);

    /** Returns whether the signature is valid. */
    default boolean verify(byte[] key, byte[] message, byte[] signature) {
        return MessageDigest.isEqual(authenticate(key, message), signature);
    }

    /** AES-256-CBC without padding. */
    static byte[] aes(int mode, byte[] key, byte[] iv, byte[] data) {
        if (data.length % 16 != 0) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
