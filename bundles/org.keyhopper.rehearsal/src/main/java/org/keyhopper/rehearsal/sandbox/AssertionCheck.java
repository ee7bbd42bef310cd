package org.keyhopper.rehearsal.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;

/** Verifies an assertion with a registered key (WebAuthn level 3 section 7.2, steps for hash, flags and signature). */
public final class AssertionCheck {

    private static final int HASH = 32;
    private static final byte PRESENT_AND_VERIFIED = 0x05;

    private AssertionCheck() {}

    public static boolean verify(
            String rpId, VerifiedKey key, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        try {
            return isFor(rpId, authenticatorData) && isSigned(key, authenticatorData, clientDataHash, signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static boolean isFor(String rpId, byte[] data) throws GeneralSecurityException {
        byte[] ours = MessageDigest.getInstance("SHA-256").digest(rpId.getBytes(StandardCharsets.UTF_8));
        return data.length > HASH
                && Arrays.equals(ours, Arrays.copyOf(data, HASH))
                && (data[HASH] & PRESENT_AND_VERIFIED) == PRESENT_AND_VERIFIED;
    }

    private static boolean isSigned(VerifiedKey key, byte[] data, byte[] hash, byte[] signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance(key.algorithm() == -7 ? "SHA256withECDSA" : "SHA256withRSA");
        check.initVerify(key.publicKey());
        check.update(data);
        check.update(hash);
        return check.verify(signature);
    }
}
