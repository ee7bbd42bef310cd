package org.keyhopper.core.internal.ceremony;

import org.keyhopper.core.request.OutcomeRecord;

/** How a ceremony ends, once the device has done its part. */
public interface Ending {

    /** Returns whether the directory's word is still waited for; so far everything went well then. */
    boolean isOpen();

    /**
     * Waits for the directory where that is needed, closes the ceremony in the journal and returns what is there. Once; any
     * thread; a store that fails ends it with StoreException.
     */
    OutcomeRecord await();

    /** One that is known already. */
    static Ending known(OutcomeRecord outcome) {
        return new Ending() {
            @Override
            public boolean isOpen() {
                return false;
            }

            @Override
            public OutcomeRecord await() {
                return outcome;
            }
        };
    }
}
