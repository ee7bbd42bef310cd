package org.keyhopper.rehearsal.printer;

/** Where a card of the machine is. */
public enum CardPlace {
    HOPPER,
    /** On the way or stuck between two places. */
    TRANSPORT,
    CONTACT,
    CONTACTLESS,
    OUTPUT,
    REJECT,
    /** Taken out by hand. */
    TAKEN_OUT
}
