package org.keyhopper.central.records;

import java.util.Map;
import org.keyhopper.central.access.Caller;

/** Removes records after their time. Blocking on the database; any thread, any instance. */
public interface Retention {

    /** The most records of a kind that one pass removes, so that no transaction takes long. */
    int MOST = 200;

    /**
     * Removes what is too old, up to the limit of each kind; recorded in the audit trail.
     *
     * @param days for which each kind is kept; a kind that is not named is kept for ever
     * @return whether a kind reached its limit, so that there may be more
     */
    boolean pass(Caller caller, Map<RecordKind, Integer> days);
}
