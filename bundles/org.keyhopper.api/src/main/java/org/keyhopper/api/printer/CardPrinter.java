package org.keyhopper.api.printer;

import org.keyhopper.api.transport.Deadline;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One open printer. Every blocking method is called on the printer's worker thread, one at a time, returns at its
 * deadline at the latest, and returns early when the thread is interrupted. Several printers may be used concurrently.
 */
@ConsumerType
public interface CardPrinter extends AutoCloseable {

    /** Returns the identity read when the printer was opened. Does not block. */
    PrinterIdentity identity();

    /** Returns the capabilities read when the printer was opened. Does not block. */
    Capabilities capabilities();

    /**
     * Queries the status. Blocking; moves nothing; idempotent. A printer that is switched off is a status, not an
     * exception.
     *
     * @throws PrinterException if the response cannot be interpreted
     */
    PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Reserves the printer for one card without feeding it. Blocking. Fails with {@link PrinterProblem#CARD_INSIDE} if
     * a card was left inside, {@link PrinterProblem#ENCODER_MISSING} if the printer is known to lack the encoder, and
     * {@link PrinterProblem#RESERVED} if another session or program uses it; in these cases nothing was moved, and the
     * call may be repeated.
     *
     * @return a session, to be closed by the caller before the next one begins
     */
    CardSession begin(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Performs one of the {@link PrinterStatus#recoveries()} that the operator has chosen. Blocking; may move a card,
     * so it must not be repeated after {@link FailureKind#OUTCOME_UNKNOWN}.
     *
     * @return the status afterwards
     */
    PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException;

    /** Closes the printer and a session that is still open. Any thread. Idempotent, does not throw. */
    @Override
    void close();
}
