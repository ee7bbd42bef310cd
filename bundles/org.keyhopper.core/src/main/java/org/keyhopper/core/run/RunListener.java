package org.keyhopper.core.run;

/** Listens to a run. Called on the run's thread, in order, one call at a time; must return quickly. */
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

    /** The visible state changed. */
    void changed(RunSnapshot snapshot);

    /** An event occurred. */
    void happened(RunEvent event);
}
