package org.keyhopper.api.printer;

import org.keyhopper.api.transport.Deadline;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The path of one card from hopper to tray. Every blocking method is called on the printer's worker thread, returns at
 * its deadline at the latest, and returns early when the thread is interrupted.
 *
 * <p>A movement that was sent and not confirmed fails with {@link FailureKind#OUTCOME_UNKNOWN} (or, when interrupted,
 * with {@link InterruptedException}) and leaves {@link #location()} at {@link CardLocation#UNKNOWN}. Until {@link
 * #locate} has determined the position, every further movement fails the same way and sends nothing: a movement is
 * never repeated blindly.
 *
 * <p>Ejecting or rejecting before a card was fed, and presenting one that has left the printer, is a programming error
 * ({@link IllegalStateException}); callers check {@link #location()} first.
 */
@ConsumerType
public interface CardSession extends AutoCloseable {

    /**
     * Feeds a card from the hopper if this session has none yet, moves it to the encoder and engages it. Blocking,
     * seconds. On return the printer has reported the card at the encoder; whether the reader detects it is for the
     * caller to check. Idempotent: does nothing if the card is at the encoder. After {@link
     * FailureKind#OPERATOR_NEEDED} or {@link FailureKind#BUSY} it may be called again and resumes.
     */
    void present(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Disengages the card in place by lifting the contacts. Blocking. Idempotent; does nothing if the card is not
     * engaged.
     */
    void release(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Moves the card to the output tray, releasing it first. Blocking. Idempotent: does nothing if it is there. After
     * {@link FailureKind#OPERATOR_NEEDED} it may be called again. A failure does not affect the chip.
     */
    void eject(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Moves the card to the reject tray, releasing it first. Blocking. Idempotent as {@link #eject}.
     *
     * @param reason for the printer's display or log; never a secret
     * @return where the card actually went, which depends on the printer
     */
    Disposal reject(String reason, Deadline deadline) throws PrinterException, InterruptedException;

    /** Returns the position of the card as known to this session. Does not block, any thread. */
    CardLocation location();

    /**
     * Queries the position of the card, which resolves an unconfirmed movement. Blocking; moves nothing; idempotent.
     *
     * @return {@link CardLocation#UNKNOWN} if the printer cannot determine it and the operator has to check
     */
    CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Ends the session, on the printer's worker thread; blocking. A card known to be inside is rejected within a few
     * seconds where possible; a card of unknown position is not moved. Idempotent, does not throw.
     */
    @Override
    void close();
}
