package org.keyhopper.ui.model.manual;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the stages of instructions, with the time that remains for them. */
public final class InstructionStages {

    private InstructionStages() {}

    /** Returns the sentence of the key and its hint; no countdown if the time is zero. */
    public static Stage timed(WorkbenchContext context, String key, Duration left) {
        return timed(context, context.text(key), context.text(key + ".hint"), left);
    }

    /** Returns the instruction to swap devices, which names both serial numbers if they are known. */
    public static Stage swap(WorkbenchContext context, Instruction.Swap swap) {
        boolean withoutNumber = swap.inserted().isEmpty() || swap.wanted().isEmpty();
        String hint = withoutNumber
                ? context.text("stage.swap.hint")
                : context.text("stage.swap.hint.serials", swap.inserted(), swap.wanted());
        return timed(context, context.text("stage.swap"), hint, swap.left());
    }

    /** Returns the instruction to remove other devices. */
    public static Stage removeOthers(WorkbenchContext context, Instruction.RemoveOthers others) {
        String names = String.join(", ", others.devices());
        return timed(
                context,
                context.text("stage.removeOthers"),
                context.text("stage.removeOthers.hint", names),
                others.left());
    }

    private static Stage timed(WorkbenchContext context, String sentence, String hint, Duration left) {
        Instant until = context.clock().instant().plus(left);
        return new Stage(sentence, hint, Tint.ATTENTION, left.isZero() ? Optional.empty() : Optional.of(until));
    }
}
