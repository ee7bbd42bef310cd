package org.keyhopper.core.automatic;

import org.keyhopper.core.run.RunEvent;

/** Follows a run through printers. Called on threads of the run, in order, one call at a time; returns quickly. */
public interface AutomaticListener {

    /** Something visible changed. */
    void changed(AutomaticSnapshot snapshot);

    /** Something happened that is worth a line. */
    void happened(RunEvent event);
}
