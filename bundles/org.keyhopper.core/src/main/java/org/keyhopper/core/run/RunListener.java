package org.keyhopper.core.run;

/** Follows a run. Called on the run's thread, in order, one call at a time; must return quickly. */
public interface RunListener {

    /** Ignores everything; for callers that follow the run once they have it. */
    RunListener NONE = new RunListener() {
        @Override
        public void changed(RunSnapshot snapshot) {
            // Ignored.
        }

        @Override
        public void happened(RunEvent event) {
            // Ignored.
        }
    };

    /** Something visible changed. */
    void changed(RunSnapshot snapshot);

    /** Something happened that is worth a line. */
    void happened(RunEvent event);
}
