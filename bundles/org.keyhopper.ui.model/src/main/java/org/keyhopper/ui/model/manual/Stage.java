package org.keyhopper.ui.model.manual;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.ui.model.Tint;

/**
 * What to do now.
 *
 * @param sentence large, at most some twelve words
 * @param hint smaller, below it; may be empty
 * @param until when the time for it is up, to be counted down
 */
public record Stage(String sentence, String hint, Tint tint, Optional<Instant> until) {

    /** Returns a stage without a time limit. */
    public static Stage of(Tint tint, String sentence, String hint) {
        return new Stage(sentence, hint, tint, Optional.empty());
    }
}
