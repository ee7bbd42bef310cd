package org.keyhopper.central.escrow;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/** Checks sealed PINs without opening them. Thread-safe. */
public interface SealedPins {

    /** Returns the certificate to which stations seal, DER; empty if none is configured. */
    Optional<byte[]> certificate();

    /**
     * Returns what is wrong with a sealed PIN: NO_ESCROW, or SEALED_PIN_INVALID.
     *
     * @param stationKey the key of the station that must have signed it, as a JWK
     * @param context what it must have been sealed for
     */
    Optional<Problem> check(byte[] sealed, String stationKey, String context);
}
