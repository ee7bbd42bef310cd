package org.keyhopper.api.printer;

import org.keyhopper.api.transport.Deadline;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One card from hopper to tray. Every blocking method is called on the printer's worker thread, ends at its deadline at the
 * latest and ends early when the thread is interrupted.
 *
 * <p>A movement that was sent and not confirmed fails with {@link FailureKind#OUTCOME_UNKNOWN} (or, when interrupted, with
 * {@link InterruptedException}) and leaves {@link #location()} at {@link CardLocation#UNKNOWN}. Until {@link #locate} has
 * found the card, every further movement fails the same way and sends nothing: a movement is never repeated blindly.
 *
 * <p>Ejecting or rejecting before a card was taken, and presenting one that has left the printer, is a mistake of the caller
 * ({@link IllegalStateException}); {@link #location()} tells beforehand.
 */
@ConsumerType
public interface CardSession extends AutoCloseable {

    /**
     * Takes a card from the hopper, if this session has none yet, brings it to the encoder and engages it. Blocking,
     * seconds. After it returned the printer says that the card is there; whether the reader sees it is for the caller to
     * check. Idempotent: with the card at the encoder it does nothing. After {@link FailureKind#OPERATOR_NEEDED} or
     * {@link FailureKind#BUSY} it may be called again and goes on where it stopped.
     */
    void present(Deadline deadline) throws PrinterException, InterruptedException;

    /** Disengages the card where it is: lifts the contacts. Blocking. Idempotent; does nothing where there is nothing to do. */
    void release(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Puts the card to the good ones, releasing it first. Blocking. Idempotent: does nothing when it is there. After
     * {@link FailureKind#OPERATOR_NEEDED} it may be called again. When it fails the chip is as it was before.
     */
    void eject(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Puts the card to the bad ones, releasing it first. Blocking. Idempotent as {@link #eject}.
     *
     * @param reason for the printer's display or log; plain words, never a secret
     * @return what truly became of the card, which depends on the printer
     */
    Disposal reject(String reason, Deadline deadline) throws PrinterException, InterruptedException;

    /** Returns where the card is as far as this session knows. Fast, any thread. */
    CardLocation location();

    /**
     * Asks the printer where the card is, and settles a movement without answer. Blocking; moves nothing; safe to repeat.
     *
     * @return {@link CardLocation#UNKNOWN} when the printer cannot tell: somebody has to look
     */
    CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Ends the session, on the printer's worker; blocking. A card that is known to be inside is rejected within a few seconds where that is possible; one
     * that is not known to be anywhere is left alone. Idempotent, does not throw.
     */
    @Override
    void close();
}
