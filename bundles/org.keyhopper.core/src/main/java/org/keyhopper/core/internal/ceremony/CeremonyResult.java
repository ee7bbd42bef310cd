package org.keyhopper.core.internal.ceremony;

import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.OutcomeRecord;

/** How a ceremony ends, once the device has done its part. */
public interface CeremonyResult {

    /** Returns whether everything went well so far, so that at most the directory's word is missing. */
    boolean isGood();

    /**
     * Waits for the directory where that is needed, closes the ceremony in the journal and returns what is there. Once; any
     * thread; a store that fails ends it with StoreException.
     */
    OutcomeRecord await();

    /** One that is known already: a failure. */
    static CeremonyResult known(OutcomeRecord outcome) {
        return of(outcome, false);
    }

    /** One that was waited for already. */
    static CeremonyResult awaited(OutcomeRecord outcome) {
        return of(outcome, outcome.outcome() == Outcome.PROVISIONED);
    }

    private static CeremonyResult of(OutcomeRecord outcome, boolean isGood) {
        return new CeremonyResult() {
            @Override
            public boolean isGood() {
                return isGood;
            }

            @Override
            public OutcomeRecord await() {
                return outcome;
            }
        };
    }
}
