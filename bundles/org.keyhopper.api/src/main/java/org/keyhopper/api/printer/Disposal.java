package org.keyhopper.api.printer;

/** Where a rejected card actually went. */
public enum Disposal {
    /** It is in the reject tray. */
    REJECT_TRAY,
    /** There is no reject tray: the card lies on top of the output tray and must be removed by the operator. */
    OUTPUT_TRAY,
    /** It left the printer; whether there is a reject tray is unknown. */
    EITHER_TRAY,
    /** The operator has to remove it. */
    BY_HAND
}
