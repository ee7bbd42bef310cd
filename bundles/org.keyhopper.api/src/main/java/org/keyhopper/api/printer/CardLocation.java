package org.keyhopper.api.printer;

/** Where a card is, as far as the printer told. */
public enum CardLocation {
    /** Not taken yet: there is no card in the printer's path. */
    HOPPER,
    /** On its way. */
    MOVING,
    /** At the contact encoder. */
    CONTACT,
    /** At the contactless encoder. */
    CONTACTLESS,
    /** Somewhere else inside. */
    INSIDE,
    /** Among the good cards. */
    OUTPUT_TRAY,
    /** Among the bad cards. */
    REJECT_TRAY,
    /** Outside the printer; in which tray was not told. */
    OUTSIDE,
    /** Nobody can tell. It must be found before anything is moved. */
    UNKNOWN;

    /** Returns where a card presented at an encoder is. */
    public static CardLocation at(Encoder encoder) {
        return encoder == Encoder.CONTACT ? CONTACT : CONTACTLESS;
    }

    /** Returns whether the card is known to be out of the printer for good. */
    public boolean isOut() {
        return this == OUTPUT_TRAY || this == REJECT_TRAY || this == OUTSIDE;
    }
}
