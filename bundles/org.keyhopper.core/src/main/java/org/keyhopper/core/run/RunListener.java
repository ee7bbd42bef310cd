package org.keyhopper.core.run;

/** Follows a run. Called on the run's thread, in order; returns quickly. */
public interface RunListener {

    /** Hears nothing; for callers that follow the run once they have it. */
    RunListener NOBODY = new RunListener() {
        @Override
        public void changed(RunSnapshot snapshot) {
            // Nobody looks.
        }

        @Override
        public void happened(RunEvent event) {
            // Nobody listens.
        }
    };

    /** Something visible changed. */
    void changed(RunSnapshot snapshot);

    /** Something happened that is worth a line. */
    void happened(RunEvent event);
}
