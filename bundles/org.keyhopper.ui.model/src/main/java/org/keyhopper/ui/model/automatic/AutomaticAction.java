package org.keyhopper.ui.model.automatic;

import org.keyhopper.core.automatic.AutomaticChoice;

/** The actions of the Automatic perspective that affect the whole run. */
public enum AutomaticAction {
    PAUSE,
    CONTINUE,
    STOP_AFTER_THIS_CARD,
    SWITCH_TO_MANUAL,
    VIEW_SUMMARY,
    /** Set up a run of the next request with open people. */
    NEXT_REQUEST,
    START_AGAIN,
    /** Leave the run that has ended. */
    CLOSE,
    CHOOSE_REQUEST;

    /** Returns whether the run performs this action, rather than the user interface. */
    boolean isChoice() {
        return compareTo(STOP_AFTER_THIS_CARD) <= 0;
    }

    AutomaticChoice choice() {
        return AutomaticChoice.valueOf(name());
    }
}
