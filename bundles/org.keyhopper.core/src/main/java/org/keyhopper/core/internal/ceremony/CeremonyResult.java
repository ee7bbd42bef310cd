package org.keyhopper.core.internal.ceremony;

import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.OutcomeRecord;

/** The result of a ceremony once the device has done its part. */
public interface CeremonyResult {

    /** Returns whether nothing failed so far, so that at most the read-back from the directory is missing. */
    boolean isGood();

    /**
     * Waits for the read-back where one is under way, closes the ceremony in the journal and returns the outcome.
     * Called once, on any thread; a store that fails ends it with StoreException.
     */
    OutcomeRecord await();

    /** Returns the result of a ceremony that is closed. */
    static CeremonyResult of(OutcomeRecord outcome) {
        return new CeremonyResult() {
            @Override
            public boolean isGood() {
                return outcome.outcome() == Outcome.PROVISIONED;
            }

            @Override
            public OutcomeRecord await() {
                return outcome;
            }
        };
    }
}
