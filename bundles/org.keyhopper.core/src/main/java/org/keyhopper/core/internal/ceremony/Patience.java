package org.keyhopper.core.internal.ceremony;

import java.time.Duration;

/**
 * How long absence at a directory is doubted: directories show a new passkey some seconds late.
 *
 * @param looks how often it is looked for before it counts as absent
 * @param between the pause from one look to the next
 */
public record Patience(int looks, Duration between) {

    /** What the directories we know of need. */
    public static final Patience USUAL = new Patience(4, Duration.ofMillis(1500));
}
