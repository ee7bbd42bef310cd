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

/** What happened in a run, in order; the lines of the command line's output. */
public sealed interface RunEvent {

    /** The run waits for the operator to put in or take out a device. */
    record Waiting(Movement movement) implements RunEvent {}

    /** It is this recipient's turn. */
    record Turn(RecipientState recipient) implements RunEvent {}

    /** Several devices are there, and the operator has to say which one is meant. */
    record Choosing(List<LinkDescription> candidates) implements RunEvent {
        public Choosing {
            candidates = List.copyOf(candidates);
        }
    }

    /** The operator has to do something with a device now, or no more. */
    record Instructed(Instruction instruction) implements RunEvent {}

    /** The directory may refuse the recipient's device in the end; nothing was changed yet. */
    record Warned(RecipientState recipient, Problem problem) implements RunEvent {}

    /** A step ended well. */
    record StepDone(RecipientState recipient, CeremonyStep step, Duration took) implements RunEvent {}

    /** A recipient is settled. */
    record Settled(RecipientState recipient) implements RunEvent {}

    /**
     * A printer moved a card.
     *
     * @param printer the printer, by its place in the order from 0
     * @param to where the card is now
     * @param recipient whom it is for; empty for a card that was inside before
     */
    record CardMoved(int printer, CardLocation to, Optional<RecipientState> recipient) implements RunEvent {}

    /** A printer cannot go on without a person, or takes no further part; the problem says why. */
    record PrinterStopped(int printer, Problem problem, boolean forGood) implements RunEvent {}

    /** A printer that had stopped goes on. */
    record PrinterGoesOn(int printer) implements RunEvent {}

    /** A card was no good for a recipient, who gets another one. */
    record NextCard(RecipientState recipient, Problem problem) implements RunEvent {}

    /** The directory is out and will be tried again; the notice says why, since when and how long that takes. */
    record DirectoryOut(Problem notice) implements RunEvent {}

    /** The directory is back, and the run goes on. */
    record DirectoryBack() implements RunEvent {}

    /** The run ended; always the last. */
    record Ended(Tally tally) implements RunEvent {}

    /** What is waited for. */
    enum Movement {
        INSERT,
        REMOVE
    }
}
