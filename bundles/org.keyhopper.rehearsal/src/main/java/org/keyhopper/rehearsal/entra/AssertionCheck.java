package org.keyhopper.rehearsal.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import org.keyhopper.rehearsal.entra.StoredMethod.VerifiedKey;

/** Verifies an assertion with a registered key (WebAuthn level 3 section 7.2, steps for hash, flags and signature). */
final class AssertionCheck {

    private static final int HASH = 32;
    private static final byte PRESENT_AND_VERIFIED = 0x05;

    private AssertionCheck() {}

    static boolean verify(VerifiedKey key, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        try {
            return isForUs(authenticatorData) && isSigned(key, authenticatorData, clientDataHash, signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static boolean isForUs(byte[] data) throws GeneralSecurityException {
        byte[] ours = MessageDigest.getInstance("SHA-256").digest(RelyingParty.ID.getBytes(StandardCharsets.UTF_8));
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
