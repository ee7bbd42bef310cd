package org.keyhopper.ui.model.manual;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.ui.model.Tint;

/**
 * The current instruction.
 *
 * @param sentence the headline, about twelve words at most
 * @param hint smaller text below it; may be empty
 * @param until the deadline, for a countdown
 */
public record Stage(String sentence, String hint, Tint tint, Optional<Instant> until) {

    /** Returns a stage without a deadline. */
    public static Stage of(Tint tint, String sentence, String hint) {
        return new Stage(sentence, hint, tint, Optional.empty());
    }
}
