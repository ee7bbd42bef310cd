package org.keyhopper.core.automatic;

import org.keyhopper.core.run.RunEvent;

/** Listens to a run through printers. Called in order, one call at a time, on threads of the run or of callers of its methods, without a lock
 * being held; must return quickly. */
public interface AutomaticListener {

    /** The visible state changed. */
    void changed(AutomaticSnapshot snapshot);

    /** An event occurred. */
    void happened(RunEvent event);
}
