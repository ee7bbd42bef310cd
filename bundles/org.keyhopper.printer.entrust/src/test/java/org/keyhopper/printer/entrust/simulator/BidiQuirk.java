package org.keyhopper.printer.entrust.simulator;

import java.util.Locale;

/** Peculiarities of printers behind the XPS Card Printer driver, as the vendor's guide and samples describe them. */
public enum BidiQuirk {
    /** Every job after the first is refused once with 506, as the printer still processes a card. */
    PROCESSING_FIRST,
    /** The printer calls itself busy, and takes jobs. */
    ALWAYS_BUSY,
    /** A job is still active when its state is first asked for. */
    ENDS_LATE,
    /** A card that was ejected waits to be taken. */
    CARD_TO_RETRIEVE,
    /** The driver's last message is an error of another job. */
    MESSAGE_OF_ANOTHER_JOB,
    /** An error that stops a job is severe: it can only be cancelled. */
    CANCEL_ONLY;

    /** Returns the name it is switched on by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
