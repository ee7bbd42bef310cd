package org.keyhopper.core.automatic;

/** What can be chosen for a whole run through printers. */
public enum AutomaticChoice {
    /** No printer takes a further card until CONTINUE; cards under way come to their end. */
    PAUSE,
    /** Goes on after PAUSE. */
    CONTINUE,
    /** Ends the run once the cards under way have come to their end; those left stay pending. */
    STOP_AFTER_THIS_CARD
}
