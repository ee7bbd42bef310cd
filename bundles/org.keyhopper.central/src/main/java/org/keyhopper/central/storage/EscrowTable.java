package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.core.request.RequestId;

/** Sealed PINs, one for each claim. */
public interface EscrowTable {

    Optional<SealedPin> find(long claim);

    /** Adds or replaces the PIN of its claim. */
    void put(SealedPin pin);

    /** Returns the confirmed PINs of a request, the last one of each recipient, in its order. */
    List<SealedPin> confirmed(RequestId request);

    /** Counts, by request, the PINs that were last released before this time and whose receipt was not confirmed. */
    Map<RequestId, Integer> unconfirmedSince(Instant released);
}
