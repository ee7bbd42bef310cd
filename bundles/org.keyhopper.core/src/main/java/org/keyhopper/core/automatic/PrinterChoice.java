package org.keyhopper.core.automatic;

/** Choices for one printer of a run. */
public enum PrinterChoice {
    /** The problem is solved: continue where the printer stopped. */
    CONTINUE,
    /** Reject the card inside. */
    REJECT_CARD,
    /** The operator checked and removed the card. */
    CARD_TAKEN_OUT,
    /** Use this printer no longer in this run; the others continue. */
    GIVE_UP
}
