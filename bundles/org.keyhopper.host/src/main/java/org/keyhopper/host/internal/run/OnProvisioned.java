package org.keyhopper.host.internal.run;

import java.util.Optional;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.run.Choice;

/** What to do, without a person to ask, with a device that is somebody's already. */
public enum OnProvisioned {
    /** Manual: leave device and recipient; the recipient counts as skipped. */
    skip(Choice.NEXT_USER, null),
    /** Erase the device and provision it. */
    reset(Choice.RESET_AND_PROVISION, AutomaticOrder.OnProvisioned.RESET),
    /** Manual: the recipient counts as failed. */
    fail(Choice.FAIL_USER, null),
    /** Automatic: the card goes to the bad ones, and the recipient gets the next. */
    reject(null, AutomaticOrder.OnProvisioned.REJECT);

    private final Choice choice;
    private final AutomaticOrder.OnProvisioned automatic;

    OnProvisioned(Choice choice, AutomaticOrder.OnProvisioned automatic) {
        this.choice = choice;
        this.automatic = automatic;
    }

    /** Returns what to choose in a manual run; empty when this makes no sense there. */
    public Optional<Choice> choice() {
        return Optional.ofNullable(choice);
    }

    /** Returns what to order of a run through printers; empty when this makes no sense there. */
    public Optional<AutomaticOrder.OnProvisioned> automatic() {
        return Optional.ofNullable(automatic);
    }
}
