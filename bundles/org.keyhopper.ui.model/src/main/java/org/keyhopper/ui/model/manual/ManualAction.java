package org.keyhopper.ui.model.manual;

import org.keyhopper.core.run.Choice;

/** What can be done in the Manual place: the choices of a run, and what is offered when there is none. */
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
    SWITCH_TO_PRINTERS,
    /** Show the passkeys of the device's former holder, to revoke the one that the reset lost. */
    REVOKE_FORMER,
    VIEW_SUMMARY,
    START_AGAIN,
    CHOOSE_REQUEST;

    static ManualAction of(Choice choice) {
        return valueOf(choice.name());
    }

    /** Returns whether a run carries this out, rather than the desk. */
    boolean isChoice() {
        return compareTo(STOP) <= 0;
    }

    Choice choice() {
        return Choice.valueOf(name());
    }
}
