package org.keyhopper.api.printer;

/** Something a printer offers to do about its trouble, only after somebody decided so. */
public enum Recovery {
    /** Go on with what it was doing. */
    RETRY,
    /** Forget the error and get ready. */
    CLEAR,
    /** Move the card that is inside to the reject tray, or out where there is none. */
    REJECT_CARD,
    /** Move the card that is inside to the output tray: it is known to be a good one. */
    EJECT_CARD
}
