package org.keyhopper.api.request;

import java.util.OptionalInt;

/**
 * What PIN is asked for.
 *
 * @param kind a new one, or the one the device has
 * @param person for whom
 * @param minimumLength code points the device or profile demands of a new PIN
 * @param retries tries left for an existing PIN, if known
 */
public record PinQuestion(Kind kind, String person, int minimumLength, OptionalInt retries) {

    /** Which PIN. */
    public enum Kind {
        NEW,
        EXISTING
    }
}
