package org.keyhopper.host.internal.run;

import org.keyhopper.core.run.Choice;

/** What to do, without a person to ask, with a device that is somebody's already. */
public enum OnProvisioned {
    /** Leave device and recipient; the recipient counts as skipped. */
    skip(Choice.NEXT_USER),
    /** Erase the device and provision it. */
    reset(Choice.RESET_AND_PROVISION),
    /** The recipient counts as failed. */
    fail(Choice.FAIL_USER);

    private final Choice choice;

    OnProvisioned(Choice choice) {
        this.choice = choice;
    }

    Choice choice() {
        return choice;
    }
}
