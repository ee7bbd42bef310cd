package org.keyhopper.rehearsal.printer;

/**
 * The result of a movement, and whether its reply is received.
 *
 * @param outcome the result
 * @param told whether the reply reaches the sender of the command
 */
public record Motion(MotionOutcome outcome, boolean told) {

    /** The kinds of movements to which faults are attached. */
    public enum Kind {
        FEED,
        MOVE,
        ENGAGE,
        RELEASE,
        EJECT,
        REJECT
    }

    static Motion of(MotionOutcome outcome) {
        return new Motion(outcome, true);
    }

    public boolean isDone() {
        return outcome == MotionOutcome.DONE;
    }
}
