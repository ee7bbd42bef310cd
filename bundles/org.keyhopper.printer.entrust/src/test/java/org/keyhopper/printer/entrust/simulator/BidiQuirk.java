package org.keyhopper.printer.entrust.simulator;

import java.util.Locale;

/** Quirks of printers behind the XPS Card Printer driver, as described in the vendor's guide and samples. */
public enum BidiQuirk {
    /** Every job after the first is refused once with 506, as the printer is still processing a card. */
    PROCESSING_FIRST,
    /** The printer reports busy, but accepts jobs. */
    ALWAYS_BUSY,
    /** A job is still active when its state is first queried. */
    ENDS_LATE,
    /** An ejected card waits to be taken. */
    CARD_TO_RETRIEVE,
    /** The driver's last message is an error of another job. */
    MESSAGE_OF_ANOTHER_JOB,
    /** An error that stops a job is severe: the job can only be cancelled. */
    CANCEL_ONLY;

    /** Returns the name by which it is enabled. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
