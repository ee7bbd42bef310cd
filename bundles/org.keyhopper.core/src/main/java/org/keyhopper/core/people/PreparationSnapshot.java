package org.keyhopper.core.people;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * The progress of a preparation; immutable.
 *
 * @param phase where it stands
 * @param lookedUp how many recipients were looked up
 * @param total how many a run would attempt
 * @param found how many need a decision
 * @param notice why the look-ups wait, or why the preparation failed
 */
public record PreparationSnapshot(Phase phase, int lookedUp, int total, int found, Optional<Problem> notice) {

    /** Where a preparation stands. */
    public enum Phase {
        SIGNING_IN,
        LOOKING_UP,
        /** The directory is not available; the look-ups continue when it is. */
        DIRECTORY_OUT,
        /** A run can start; recipients that were not looked up are when their turn comes. */
        READY,
        /** No run can start; the notice says why. */
        FAILED
    }

    /** Returns whether the preparation is ready or failed. */
    public boolean isOver() {
        return phase == Phase.READY || phase == Phase.FAILED;
    }
}
