package org.keyhopper.core.automatic;

/** What can be chosen for one printer of a run. */
public enum PrinterChoice {
    /** What the printer asked for is done: go on where it stopped. */
    CONTINUE,
    /** The card inside is to go to the bad ones. */
    REJECT_CARD,
    /** I looked: there is no card inside any more, I have it in my hand. */
    CARD_TAKEN_OUT,
    /** Do without this printer from here on; others go on. */
    GIVE_UP
}
