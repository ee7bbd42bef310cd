package org.keyhopper.rehearsal.sandbox;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.UUID;

/** Public keys as authenticator data holds them (RFC 9052 section 7). */
public final class CoseKey {

    private static final UUID UNKNOWN_MODEL = new UUID(0, 0);

    private CoseKey() {}

    /** Reads a key whose model is not known. */
    public static VerifiedKey read(byte[] cbor) throws GeneralSecurityException {
        COSEKey key;
        try {
            key = new ObjectConverter().getCborMapper().readValue(cbor, COSEKey.class);
        } catch (RuntimeException malformed) { // the converter lets exceptions of its CBOR reader through
            throw new InvalidKeyException(malformed);
        }
        if (key == null || key.getPublicKey() == null) {
            throw new InvalidKeyException("no public key");
        }
        return new VerifiedKey(UNKNOWN_MODEL, false, false, key.getPublicKey(), (int)
                key.getAlgorithm().getValue());
    }
}
