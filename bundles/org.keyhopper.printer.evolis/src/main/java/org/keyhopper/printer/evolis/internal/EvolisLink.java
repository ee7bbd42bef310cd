package org.keyhopper.printer.evolis.internal;

import java.util.Optional;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Purpose;

/** Carries commands to one printer. One thread. */
interface EvolisLink {

    /** Returns the printer's reply to a command, whatever it is. */
    String send(String command, Purpose purpose, Deadline deadline) throws PrinterException, InterruptedException;

    /** Asks how the printer is; a printer out of reach is a status. */
    EvolisStatus status(Deadline deadline) throws PrinterException, InterruptedException;

    /** Returns the status words; empty where there are none to be had. */
    Optional<StatusWords> words(Deadline deadline) throws PrinterException, InterruptedException;

    /** Asks where the card inside is; {@link CardLocation#HOPPER} for none, {@link CardLocation#UNKNOWN} if not told. */
    CardLocation position(Deadline deadline) throws PrinterException, InterruptedException;

    /** Returns whether {@link #position} asks the printer at all. */
    boolean asksPosition();

    /** Returns whether what {@link #status} tells may be some seconds late. */
    boolean statusLags();

    /** Makes the printer leave its errors to us, where that is ours to decide. */
    void takeOver(Deadline deadline) throws PrinterException, InterruptedException;

    /** Undoes {@link #takeOver}. */
    void handBack(Deadline deadline) throws PrinterException, InterruptedException;

    /** Hangs up. Does not throw. */
    void close();
}
