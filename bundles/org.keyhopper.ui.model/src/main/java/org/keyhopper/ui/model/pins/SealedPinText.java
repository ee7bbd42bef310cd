package org.keyhopper.ui.model.pins;

import java.time.Instant;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Describes how far a sealed PIN is on its way to its person. */
public final class SealedPinText {

    private SealedPinText() {}

    public static String of(WorkbenchContext context, EscrowedPin pin) {
        String state = context.text("pins.state." + pin.state().name());
        return isOverdue(context, pin) ? context.text("pins.overdue", state) : state;
    }

    static boolean isOverdue(WorkbenchContext context, EscrowedPin pin) {
        return pin.isOverdue(context.clock().instant());
    }

    static Instant since(EscrowedPin pin) {
        return switch (pin.state()) {
            case SEALED -> pin.kept();
            case RELEASED -> pin.released().orElseThrow();
            case HANDED_OVER -> pin.handedOver().orElseThrow();
            case CONFIRMED -> pin.received().orElseThrow();
        };
    }

    static Tint tint(WorkbenchContext context, EscrowedPin pin) {
        if (isOverdue(context, pin)) {
            return Tint.ATTENTION;
        }
        return pin.state() == EscrowedPin.State.CONFIRMED ? Tint.GOOD : Tint.NEUTRAL;
    }

    static OutcomeStyle.Mark mark(EscrowedPin pin) {
        return pin.state() == EscrowedPin.State.CONFIRMED ? OutcomeStyle.Mark.CHECK : OutcomeStyle.Mark.RING;
    }
}
