package org.keyhopper.core.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;

/** The events of a run, in order; each is a line of the command line's output. */
public sealed interface RunEvent {

    /** The run waits for the operator to insert or remove a device. */
    record Waiting(Movement movement) implements RunEvent {}

    /** It is this recipient's turn. */
    record Turn(RecipientState recipient) implements RunEvent {}

    /** Several devices are connected, and the operator has to select one. */
    record Choosing(List<LinkDescription> candidates) implements RunEvent {
        public Choosing {
            candidates = List.copyOf(candidates);
        }
    }

    /** The operator has to do something with a device, or no longer. */
    record Instructed(Instruction instruction) implements RunEvent {}

    /** The directory may refuse the recipient's device in the end; nothing was changed yet. */
    record Warned(RecipientState recipient, Problem problem) implements RunEvent {}

    /** A step succeeded. */
    record StepDone(RecipientState recipient, CeremonyStep step, Duration took) implements RunEvent {}

    /** A recipient is settled. */
    record Settled(RecipientState recipient) implements RunEvent {}

    /**
     * A printer moved a card.
     *
     * @param printer the printer, by its place in the order from 0
     * @param to where the card is now
     * @param recipient its recipient; empty for a card of an earlier run
     */
    record CardMoved(int printer, CardLocation to, Optional<RecipientState> recipient) implements RunEvent {}

    /** A printer needs the operator, or takes no further part in the run; the problem says why. */
    record PrinterStopped(int printer, Problem problem, boolean forGood) implements RunEvent {}

    /** A printer continues after it had stopped. */
    record PrinterGoesOn(int printer) implements RunEvent {}

    /** A card was rejected, and the recipient gets another one. */
    record NextCard(RecipientState recipient, Problem problem) implements RunEvent {}

    /** The directory is not available; the notice says why, since when, and when the next attempt is made. */
    record DirectoryOut(Problem notice) implements RunEvent {}

    /** The directory is available again, and the run continues. */
    record DirectoryBack() implements RunEvent {}

    /** The run ended; always the last. */
    record Ended(Tally tally) implements RunEvent {}

    /** The awaited movement. */
    enum Movement {
        INSERT,
        REMOVE
    }
}
