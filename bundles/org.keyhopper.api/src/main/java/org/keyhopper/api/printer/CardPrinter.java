package org.keyhopper.api.printer;

import org.keyhopper.api.transport.Deadline;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One open printer. Every blocking method is called on the printer's worker thread, one at a time, ends at its deadline at
 * the latest, and ends early when the thread is interrupted. Several printers may be worked at once.
 */
@ConsumerType
public interface CardPrinter extends AutoCloseable {

    /** Returns who it is, as read when it was opened. Fast. */
    PrinterIdentity identity();

    /** Returns what it can do, as read when it was opened. Fast. */
    Capabilities capabilities();

    /**
     * Asks how it is. Blocking; moves nothing; safe to repeat. A printer that is switched off is a status, not an
     * exception.
     *
     * @throws PrinterException when its answer cannot be understood
     */
    PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Reserves the printer for one card and takes no card yet. Blocking. Fails with {@link PrinterProblem#CARD_INSIDE}
     * when a card is left inside from before, {@link PrinterProblem#ENCODER_MISSING} when it is known to lack the
     * encoder, and {@link PrinterProblem#RESERVED} when another session or program has it; nothing was moved then, and
     * it is safe to repeat.
     *
     * @return a session which the caller closes before it begins the next
     */
    CardSession begin(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Does what {@link PrinterStatus#recoveries()} offered and somebody chose. Blocking; may move a card, so it is
     * never repeated blindly after {@link FailureKind#OUTCOME_UNKNOWN}.
     *
     * @return the status afterwards
     */
    PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException;

    /** Lets go of the printer and of a session still open. Any thread. Idempotent, does not throw. */
    @Override
    void close();
}
