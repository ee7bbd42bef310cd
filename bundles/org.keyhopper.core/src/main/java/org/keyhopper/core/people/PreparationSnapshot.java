package org.keyhopper.core.people;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * How far the check of recipients before a run is; immutable.
 *
 * @param phase where it stands
 * @param lookedUp how many recipients were looked up
 * @param total how many a run would attempt
 * @param found how many need a decision
 * @param notice why nothing moves, or why it failed
 */
public record PreparationSnapshot(Phase phase, int lookedUp, int total, int found, Optional<Problem> notice) {

    /** Where a preparation stands. */
    public enum Phase {
        SIGNING_IN,
        LOOKING_UP,
        /** The directory is out; the look-ups go on by themselves when it is back. */
        DIRECTORY_OUT,
        /** A run can start; recipients that were not looked up are when their turn comes. */
        READY,
        /** No run can start; the notice says why. */
        FAILED
    }

    /** Returns whether nothing will change any more. */
    public boolean isOver() {
        return phase == Phase.READY || phase == Phase.FAILED;
    }
}
