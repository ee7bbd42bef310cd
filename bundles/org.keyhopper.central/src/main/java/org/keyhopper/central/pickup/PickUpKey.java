package org.keyhopper.central.pickup;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;

/** The key that opens the copies of PINs for pick-up. It is outside of the database. Thread-safe. */
public interface PickUpKey {

    /** Returns the certificate to which stations seal the second copy, DER. */
    byte[] certificate();

    /**
     * Returns what is wrong with a sealed copy: SEALED_PIN_INVALID.
     *
     * @param stationKey the key of the station that must have signed it, as a JWK
     * @param context what it must have been sealed for
     */
    Optional<Problem> check(byte[] sealed, String stationKey, String context);

    /** Opens a copy that was checked; the caller closes the PIN. */
    Answer<Secret> open(byte[] sealed);
}
