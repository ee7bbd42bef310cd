package org.keyhopper.ui.model.manual;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.ui.model.Tint;

/**
 * The current instruction.
 *
 * @param sentence the headline, about twelve words at most
 * @param hint smaller text below it; may be empty
 * @param until the deadline, for a countdown
 * @param problem the code of the problem that is explained, if it is one
 */
public record Stage(String sentence, String hint, Tint tint, Optional<Instant> until, Optional<String> problem) {

    public Stage(String sentence, String hint, Tint tint, Optional<Instant> until) {
        this(sentence, hint, tint, until, Optional.empty());
    }

    /** Returns a stage without a deadline. */
    public static Stage of(Tint tint, String sentence, String hint) {
        return new Stage(sentence, hint, tint, Optional.empty());
    }

    /** Returns this stage as the explanation of a problem, if there is one. */
    public Stage explaining(Optional<Problem> cause) {
        return new Stage(
                sentence, hint, tint, until, cause.map(reason -> reason.code().id()));
    }
}
