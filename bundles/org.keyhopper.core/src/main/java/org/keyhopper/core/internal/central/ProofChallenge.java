package org.keyhopper.core.internal.central;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.keyhopper.fido.Assertion;

/** What a device signs to prove a credential. */
public interface ProofChallenge {

    /** Returns the hash of the client data. */
    byte[] hash();

    /** Receives the assertion, once it was verified here. */
    default void signed(Assertion assertion) {}

    /** Returns a challenge that only this station verifies. */
    static ProofChallenge random(SecureRandom random) {
        return () -> {
            byte[] hash = new byte[32];
            random.nextBytes(hash);
            return hash;
        };
    }

    static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
