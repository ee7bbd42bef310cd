package org.keyhopper.core.run;

import java.time.Duration;
import org.keyhopper.core.ceremony.CeremonyStep;

/** How far one step of the current ceremony is; {@code took} is zero until it ended. */
public record StepProgress(CeremonyStep step, State state, Duration took) {

    /** The state of a step. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
