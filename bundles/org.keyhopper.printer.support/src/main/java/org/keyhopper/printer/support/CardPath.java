package org.keyhopper.printer.support;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;

/**
 * The movements of one printer family, called by {@link GuardedSession}, which decides when each is safe. A movement
 * returns once the printer has confirmed it, and fails with {@link
 * org.keyhopper.api.printer.FailureKind#OUTCOME_UNKNOWN} if it was sent and not answered; any other failure means that
 * the printer answered, or that nothing was sent.
 */
public interface CardPath {

    /**
     * Moves a card to an encoder.
     *
     * @param from {@link CardLocation#HOPPER} to feed a new one, otherwise the current location
     */
    void bring(Encoder encoder, CardLocation from, Deadline deadline) throws PrinterException, InterruptedException;

    /** Lowers the contacts or switches the antenna on, if that is a separate movement. Idempotent. */
    default void engage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {}

    /** Reverts {@link #engage}. Idempotent. */
    default void disengage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {}

    /** Moves the card to the output tray. */
    void eject(Deadline deadline) throws PrinterException, InterruptedException;

    /** Moves the card to the reject tray. Not called for a printer known to lack one. */
    void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Queries the position of the card.
     *
     * @return {@link CardLocation#HOPPER} for no card inside, {@link CardLocation#UNKNOWN} if the printer cannot tell
     */
    CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException;

    /** Releases the printer at the end of the session. */
    default void end() throws PrinterException, InterruptedException {}
}
