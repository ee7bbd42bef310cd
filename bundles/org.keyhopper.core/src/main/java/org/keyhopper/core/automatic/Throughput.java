package org.keyhopper.core.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The throughput of a run over all its printers, without pauses.
 *
 * @param began when its first card was taken; empty before
 * @param cards how many people have got one
 * @param perCard time from one end to the next, the median of the latest; zero before the second card
 * @param left the time that the remaining cards will take at this rate; empty while unknown
 */
public record Throughput(Optional<Instant> began, int cards, Duration perCard, Optional<Duration> left) {

    public static final Throughput NONE = new Throughput(Optional.empty(), 0, Duration.ZERO, Optional.empty());

    /** Returns cards per hour at this rate; 0 while unknown. */
    public long cardsPerHour() {
        return perCard.isZero() ? 0 : Duration.ofHours(1).toMillis() / Math.max(1, perCard.toMillis());
    }
}
