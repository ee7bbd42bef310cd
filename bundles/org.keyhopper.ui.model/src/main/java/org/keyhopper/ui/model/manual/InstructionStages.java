package org.keyhopper.ui.model.manual;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Sentences about what hands have to do, with the time there is for it. */
public final class InstructionStages {

    private InstructionStages() {}

    /** Returns the sentence of this key and its hint; no time is shown when it is zero. */
    public static Stage timed(WorkbenchContext desk, String key, Duration left) {
        return timed(desk, desk.text(key), desk.text(key + ".hint"), left);
    }

    /** Returns what to do about another device, by serial numbers if both have one. */
    public static Stage swap(WorkbenchContext desk, Instruction.Swap swap) {
        boolean nameless = swap.inserted().isEmpty() || swap.wanted().isEmpty();
        String hint = nameless
                ? desk.text("stage.swap.hint")
                : desk.text("stage.swap.hint.serials", swap.inserted(), swap.wanted());
        return timed(desk, desk.text("stage.swap"), hint, swap.left());
    }

    /** Returns which other devices to remove. */
    public static Stage removeOthers(WorkbenchContext desk, Instruction.RemoveOthers others) {
        String names = String.join(", ", others.devices());
        return timed(desk, desk.text("stage.removeOthers"), desk.text("stage.removeOthers.hint", names), others.left());
    }

    private static Stage timed(WorkbenchContext desk, String sentence, String hint, Duration left) {
        Instant until = desk.clock().instant().plus(left);
        return new Stage(sentence, hint, Tint.ATTENTION, left.isZero() ? Optional.empty() : Optional.of(until));
    }
}
