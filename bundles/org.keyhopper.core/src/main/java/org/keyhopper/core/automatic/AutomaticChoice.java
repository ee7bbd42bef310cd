package org.keyhopper.core.automatic;

/** Choices for a run through printers as a whole. */
public enum AutomaticChoice {
    /** No printer takes another card until CONTINUE; cards in progress are finished. */
    PAUSE,
    /** Continue after PAUSE. */
    CONTINUE,
    /** End the run when the cards in progress are finished; the remaining recipients stay pending. */
    STOP_AFTER_THIS_CARD
}
