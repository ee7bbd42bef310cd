package org.keyhopper.ui.model.automatic;

import org.keyhopper.core.automatic.AutomaticChoice;

/** What can be done in the Automatic place for the whole run. */
public enum AutomaticAction {
    PAUSE,
    CONTINUE,
    STOP_AFTER_THIS_CARD,
    SWITCH_TO_MANUAL,
    VIEW_SUMMARY,
    START_AGAIN,
    CHOOSE_REQUEST;

    /** Returns whether a run carries this out, rather than the desk. */
    boolean isChoice() {
        return compareTo(STOP_AFTER_THIS_CARD) <= 0;
    }

    AutomaticChoice choice() {
        return AutomaticChoice.valueOf(name());
    }
}
