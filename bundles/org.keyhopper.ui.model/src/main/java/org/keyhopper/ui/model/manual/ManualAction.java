package org.keyhopper.ui.model.manual;

import org.keyhopper.core.run.Choice;

/** The actions of the Manual perspective: the choices of a run, and those available without one. */
public enum ManualAction {
    TOUCH_TO_CHOOSE,
    PROVISION,
    SKIP_USER,
    NEXT_USER,
    TRY_NEW_DEVICE,
    RESET_AND_PROVISION,
    TRY_AGAIN,
    RECONCILE,
    SET_ASIDE,
    STOP,
    /** Go to a person of the request who stands at the desk. */
    FIND_PERSON,
    SWITCH_TO_PRINTERS,
    /** Show the passkeys of the device's former holder, to revoke the one whose credential the reset deleted. */
    REVOKE_FORMER,
    VIEW_SUMMARY,
    /** Provision the next request with open people. */
    NEXT_REQUEST,
    /** Leave the completed run. */
    CLOSE,
    START_AGAIN,
    CHOOSE_REQUEST;

    static ManualAction of(Choice choice) {
        return valueOf(choice.name());
    }

    /** Returns whether the run performs this action, rather than the user interface. */
    boolean isChoice() {
        return compareTo(STOP) <= 0;
    }

    Choice choice() {
        return Choice.valueOf(name());
    }
}
