package org.keyhopper.core.run;

import java.time.Duration;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;

/** What happened in a run, in order; the lines of the command line's output. */
public sealed interface RunEvent {

    /** The run waits for the operator to put in or take out a device. */
    record Waiting(Movement movement) implements RunEvent {}

    /** It is this recipient's turn. */
    record Turn(RecipientState recipient) implements RunEvent {}

    /** A step ended well. */
    record StepDone(RecipientState recipient, CeremonyStep step, Duration took) implements RunEvent {}

    /** A recipient is settled. */
    record Settled(RecipientState recipient) implements RunEvent {}

    /** The run ended; always the last. */
    record Ended(Tally tally) implements RunEvent {}

    /** What is waited for. */
    enum Movement {
        INSERT,
        REMOVE
    }
}
