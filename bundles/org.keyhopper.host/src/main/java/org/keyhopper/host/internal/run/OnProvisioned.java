package org.keyhopper.host.internal.run;

import java.util.Optional;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.run.Choice;

/** How to handle a device that is already assigned, without an operator to ask. */
public enum OnProvisioned {
    /** Manual: leave device and recipient unchanged; the recipient is skipped. */
    skip(Choice.NEXT_USER, null),
    /** Reset the device and provision it. */
    reset(Choice.RESET_AND_PROVISION, AutomaticOrder.OnProvisioned.RESET),
    /** Manual: the recipient fails. */
    fail(Choice.FAIL_USER, null),
    /** Automatic: the card goes to the reject tray, and the recipient gets the next one. */
    reject(null, AutomaticOrder.OnProvisioned.REJECT);

    private final Choice choice;
    private final AutomaticOrder.OnProvisioned automatic;

    OnProvisioned(Choice choice, AutomaticOrder.OnProvisioned automatic) {
        this.choice = choice;
        this.automatic = automatic;
    }

    /** Returns the choice in a manual run; empty if not applicable. */
    public Optional<Choice> choice() {
        return Optional.ofNullable(choice);
    }

    /** Returns the policy of a printer run; empty if not applicable. */
    public Optional<AutomaticOrder.OnProvisioned> automatic() {
        return Optional.ofNullable(automatic);
    }
}
