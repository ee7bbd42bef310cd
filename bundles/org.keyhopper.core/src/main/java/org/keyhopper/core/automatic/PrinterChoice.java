package org.keyhopper.core.automatic;

/** What can be chosen for one printer of a run. */
public enum PrinterChoice {
    /** What the printer asked for is done: continue where it stopped. */
    CONTINUE,
    /** Reject the card inside. */
    REJECT_CARD,
    /** The operator checked and took the card out. */
    CARD_TAKEN_OUT,
    /** Use this printer no longer in this run; the others continue. */
    GIVE_UP
}
