package org.keyhopper.ui.model.pins;

import java.time.Instant;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinDelivery;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Describes how far a sealed PIN is on its way to its person. */
public final class SealedPinText {

    private SealedPinText() {}

    public static String of(WorkbenchContext context, EscrowedPin pin) {
        String state = context.text("pins.state." + pin.delivery().state().name());
        return isOverdue(context, pin) ? context.text("pins.overdue", state) : state;
    }

    static boolean isOverdue(WorkbenchContext context, EscrowedPin pin) {
        return pin.delivery().isOverdue(context.clock().instant());
    }

    static boolean isConfirmed(EscrowedPin pin) {
        return pin.delivery().state() == PinDelivery.State.CONFIRMED;
    }

    static Instant since(EscrowedPin pin) {
        return pin.delivery().since().orElse(pin.kept());
    }

    static Tint tint(WorkbenchContext context, EscrowedPin pin) {
        if (isOverdue(context, pin)) {
            return Tint.ATTENTION;
        }
        return isConfirmed(pin) ? Tint.GOOD : Tint.NEUTRAL;
    }

    static OutcomeStyle.Mark mark(EscrowedPin pin) {
        return isConfirmed(pin) ? OutcomeStyle.Mark.CHECK : OutcomeStyle.Mark.RING;
    }
}
