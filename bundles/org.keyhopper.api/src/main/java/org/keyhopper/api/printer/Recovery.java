package org.keyhopper.api.printer;

/** A recovery action that a printer offers, performed only on the operator's decision. */
public enum Recovery {
    /** Resume the interrupted operation. */
    RETRY,
    /** Clear the error and get ready. */
    CLEAR,
    /** Move the card that is inside to the reject tray, or out if there is none. */
    REJECT_CARD,
    /** Move the card that is inside to the output tray. */
    EJECT_CARD
}
