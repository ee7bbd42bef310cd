package org.keyhopper.api.printer;

/** The position of a card, as far as the printer reports it. */
public enum CardLocation {
    /** Not fed yet: no card in the card path. */
    HOPPER,
    /** Being moved. */
    MOVING,
    /** At the contact encoder. */
    CONTACT,
    /** At the contactless encoder. */
    CONTACTLESS,
    /** Elsewhere inside the printer. */
    INSIDE,
    /** In the output tray. */
    OUTPUT_TRAY,
    /** In the reject tray. */
    REJECT_TRAY,
    /** Outside the printer; the tray was not reported. */
    OUTSIDE,
    /** Unknown. It must be determined before anything is moved. */
    UNKNOWN;

    /** Returns the location of a card presented at the encoder. */
    public static CardLocation at(Encoder encoder) {
        return encoder == Encoder.CONTACT ? CONTACT : CONTACTLESS;
    }

    /** Returns whether the card has left the printer. */
    public boolean isOut() {
        return this == OUTPUT_TRAY || this == REJECT_TRAY || this == OUTSIDE;
    }
}
