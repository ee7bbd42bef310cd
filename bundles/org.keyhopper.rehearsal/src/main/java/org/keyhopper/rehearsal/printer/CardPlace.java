package org.keyhopper.rehearsal.printer;

/** The place of a card. */
public enum CardPlace {
    HOPPER,
    /** Between two places, moving or jammed. */
    TRANSPORT,
    CONTACT,
    CONTACTLESS,
    OUTPUT,
    REJECT,
    /** Removed by hand. */
    TAKEN_OUT
}
