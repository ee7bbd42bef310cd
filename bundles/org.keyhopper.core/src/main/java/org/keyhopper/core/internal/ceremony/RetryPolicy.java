package org.keyhopper.core.internal.ceremony;

import java.time.Duration;

/**
 * How long absence at a directory is doubted: directories show a new passkey some seconds late.
 *
 * @param attempts how often it is looked for before it counts as absent
 * @param pause the pause from one look to the next
 */
public record RetryPolicy(int attempts, Duration pause) {

    /** What the directories we know of need. */
    public static final RetryPolicy USUAL = new RetryPolicy(4, Duration.ofMillis(1500));
}
