package org.keyhopper.api.request;

import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.diagnostic.Problem;

/**
 * What PIN is asked for.
 *
 * @param kind a new one, or the one the device has
 * @param person for whom
 * @param minimumLength code points the device or profile demands of a new PIN
 * @param retries tries left for an existing PIN, if known
 * @param refusal why the PIN that was entered before for this device did not do; empty at the first time
 */
public record PinQuestion(Kind kind, String person, int minimumLength, OptionalInt retries, Optional<Problem> refusal) {

    /** Asked for the first time. */
    public PinQuestion(Kind kind, String person, int minimumLength, OptionalInt retries) {
        this(kind, person, minimumLength, retries, Optional.empty());
    }

    /** Which PIN. */
    public enum Kind {
        NEW,
        EXISTING
    }
}
