package org.keyhopper.core.automatic;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * A check before the first card.
 *
 * @param subject the subject
 * @param state the result
 * @param problem the problem or warning, if any
 */
public record ReadinessCheck(Subject subject, State state, Optional<Problem> problem) {

    public ReadinessCheck {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(state);
        Objects.requireNonNull(problem);
    }

    public static ReadinessCheck open(Subject subject) {
        return new ReadinessCheck(subject, State.OPEN, Optional.empty());
    }

    public static ReadinessCheck good(Subject subject) {
        return new ReadinessCheck(subject, State.GOOD, Optional.empty());
    }

    /** What is checked. */
    public enum Subject {
        DIRECTORY_SIGNED_IN,
        PRINTER_REACHED,
        PRINTER_READY,
        READER_KNOWN,
        READER_EMPTY
    }

    /** The result. */
    public enum State {
        OPEN,
        GOOD,
        /** A problem that does not prevent the run. */
        WARNING,
        BAD
    }
}
