package org.keyhopper.api.printer;

/** What truly became of a rejected card. */
public enum Disposal {
    /** It is in the reject tray. */
    REJECT_TRAY,
    /** There is no reject tray: it lies on top of the good cards and somebody must pick it out. */
    OUTPUT_TRAY,
    /** It left the printer, but whether there is a reject tray is not known. */
    EITHER_TRAY,
    /** A person has to take it away and put it aside. */
    BY_HAND
}
