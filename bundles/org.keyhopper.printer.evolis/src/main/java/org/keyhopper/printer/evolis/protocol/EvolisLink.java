package org.keyhopper.printer.evolis.protocol;

import java.util.Optional;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.status.EvolisStatus;
import org.keyhopper.printer.evolis.status.StatusWords;
import org.keyhopper.printer.support.Purpose;

/** Sends commands to one printer. Not thread-safe. */
public interface EvolisLink {

    /** Returns the printer's reply to a command, including error replies. */
    String send(String command, Purpose purpose, Deadline deadline) throws PrinterException, InterruptedException;

    /** Queries the status; a printer that cannot be reached is a status. */
    EvolisStatus status(Deadline deadline) throws PrinterException, InterruptedException;

    /** Returns the status words; empty if they are not available. */
    Optional<StatusWords> words(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Queries the position of the card inside; {@link CardLocation#HOPPER} for none, {@link CardLocation#UNKNOWN} if
     * not reported.
     */
    CardLocation position(Deadline deadline) throws PrinterException, InterruptedException;

    /** Returns whether {@link #position} queries the printer. */
    boolean asksPosition();

    /** Returns whether {@link #status} may be some seconds late. */
    boolean statusLags();

    /** Makes the printer leave error handling to the host, if this link controls it. */
    void takeOver(Deadline deadline) throws PrinterException, InterruptedException;

    /** Undoes {@link #takeOver}. */
    void handBack(Deadline deadline) throws PrinterException, InterruptedException;

    /** Disconnects. Does not throw. */
    void close();
}
