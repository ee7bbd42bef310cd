package org.keyhopper.printer.evolis.internal;

import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Purpose;

/** Carries commands to one printer. One thread. */
interface EvolisLink {

    /** Returns the printer's reply to a command, whatever it is. */
    String send(String command, Purpose purpose, Deadline deadline) throws PrinterException, InterruptedException;

    /** Asks how the printer is; a printer out of reach is a status. */
    PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException;

    /** Makes the printer leave its errors to us, where that is ours to decide. */
    void takeOver(Deadline deadline) throws PrinterException, InterruptedException;

    /** Undoes {@link #takeOver}. */
    void handBack(Deadline deadline) throws PrinterException, InterruptedException;

    /** Returns whether it can ever tell that no card is inside. */
    boolean tellsPresence();

    /** Hangs up. Does not throw. */
    void close();
}
