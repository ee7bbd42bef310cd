package org.keyhopper.rehearsal.printer;

/**
 * What a movement came to, and whether anybody hears of it.
 *
 * @param outcome what happened
 * @param told whether the reply reaches the sender of the command
 */
public record Motion(Outcome outcome, boolean told) {

    /** Movements, as faults are tied to them. */
    public enum Kind {
        FEED,
        MOVE,
        ENGAGE,
        RELEASE,
        EJECT,
        REJECT
    }

    static Motion of(Outcome outcome) {
        return new Motion(outcome, true);
    }

    public boolean isDone() {
        return outcome == Outcome.DONE;
    }
}
