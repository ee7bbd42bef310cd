package org.keyhopper.central.licence;

import java.time.Period;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;

/** What the licence permits. It blocks new requests only, and never a run. Blocking on the database; any thread. */
public interface Licensing {

    /** How long before its end the licence is reported. */
    Period WARNING = Period.ofDays(60);

    LicenceStatus status();

    /**
     * Returns why a request for this many people may not be created: LICENCE_MISSING, LICENCE_INVALID, LICENCE_EXPIRED or
     * LICENCE_USED_UP.
     */
    Optional<Problem> refusesRequest(int people);

    /** Records in the audit trail that the licence ends, once for each of some days before. */
    void remind(Caller caller);
}
