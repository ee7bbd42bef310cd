package org.keyhopper.core.internal.ceremony;

import java.time.Duration;

/**
 * How long absence at a directory is doubted, since directories list a new passkey some seconds late.
 *
 * @param attempts how often it is searched for before it counts as absent
 * @param pause the pause between two searches, and before the first repetition of a registration
 */
public record RetryPolicy(int attempts, Duration pause) {

    /** Suits the known directories. */
    public static final RetryPolicy USUAL = new RetryPolicy(4, Duration.ofMillis(1500));
}
