package org.keyhopper.core.run;

/** Follows a run. Called on the run's thread, in order; returns quickly. */
public interface RunListener {

    /** Something visible changed. */
    void changed(RunSnapshot snapshot);

    /** Something happened that is worth a line. */
    void happened(RunEvent event);
}
