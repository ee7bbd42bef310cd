package org.keyhopper.printer.support;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;

/**
 * The movements of one printer family, for {@link GuardedSession}, which decides when each is safe. A movement returns when
 * the printer confirmed it, and fails with {@link org.keyhopper.api.printer.FailureKind#OUTCOME_UNKNOWN} when it was sent and
 * not answered; any other failure means that the printer answered, or that nothing was sent.
 */
public interface CardPath {

    /**
     * Brings a card to an encoder.
     *
     * @param from {@link CardLocation#HOPPER} to take a new one, otherwise where the card is now
     */
    void bring(Encoder encoder, CardLocation from, Deadline deadline) throws PrinterException, InterruptedException;

    /** Lowers the contacts or switches the antenna on, where that is a movement of its own. May be repeated. */
    default void engage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {}

    /** Undoes {@link #engage}. May be repeated. */
    default void disengage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {}

    /** Puts the card to the good ones. */
    void eject(Deadline deadline) throws PrinterException, InterruptedException;

    /** Puts the card to the bad ones. Asked only of a printer that is not known to lack a reject tray. */
    void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Asks where the card is.
     *
     * @return {@link CardLocation#HOPPER} for no card inside, {@link CardLocation#UNKNOWN} when the printer cannot tell
     */
    CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException;

    /** Gives the printer back when the session ends. */
    default void end() throws PrinterException, InterruptedException {}
}
