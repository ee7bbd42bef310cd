package org.keyhopper.core.directory;

import java.time.Duration;

/**
 * The pauses between two attempts while a directory is not available; each is twice as long as the previous one.
 *
 * @param first before the second attempt
 * @param longest the limit
 */
public record OutagePauses(Duration first, Duration longest) {

    /** Requests have already been repeated for some seconds when the first pause begins. */
    public static final OutagePauses DEFAULT = new OutagePauses(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private static final int MAX_DOUBLINGS = 20;

    /** Returns the pause after this number of attempts, from 1. */
    public Duration after(int tries) {
        Duration pause = first.multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
