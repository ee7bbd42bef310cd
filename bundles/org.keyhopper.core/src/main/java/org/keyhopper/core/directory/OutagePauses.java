package org.keyhopper.core.directory;

import java.time.Duration;

/**
 * The pauses between two tries while a directory is out; each is twice as long as the one before.
 *
 * @param first before the second try
 * @param longest the limit
 */
public record OutagePauses(Duration first, Duration longest) {

    /** Every request was already repeated for some seconds by then. */
    public static final OutagePauses DEFAULT = new OutagePauses(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private static final int MAX_DOUBLINGS = 20;

    /** Returns the pause after so many tries, counted from 1. */
    public Duration after(int tries) {
        Duration pause = first.multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
