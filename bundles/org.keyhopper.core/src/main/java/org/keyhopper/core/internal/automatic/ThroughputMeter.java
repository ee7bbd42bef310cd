package org.keyhopper.core.internal.automatic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.automatic.Throughput;

/** Measures how fast cards come to their end, over all printers; times in which somebody was waited for do not count. */
final class ThroughputMeter {

    private static final int LATEST = 20;

    private final Clock clock;
    private final Deque<Duration> intervals = new ArrayDeque<>();
    private Instant began;
    private Instant last;
    private int cards;

    ThroughputMeter(Clock clock) {
        this.clock = clock;
    }

    synchronized void began() {
        if (began == null) {
            began = clock.instant();
        }
    }

    /** A card came to its end. */
    synchronized void ended() {
        cards++;
        Instant now = clock.instant();
        if (last != null) {
            intervals.addLast(Duration.between(last, now));
        }
        if (intervals.size() > LATEST) {
            intervals.removeFirst();
        }
        last = now;
    }

    /** Somebody was waited for: the time since the last end says nothing about the machine. */
    synchronized void interrupted() {
        last = null;
    }

    /** Returns how fast it is, with so many people left. */
    synchronized Throughput reading(int left) {
        Duration each = median();
        Optional<Duration> rest = each.isZero() ? Optional.empty() : Optional.of(each.multipliedBy(left));
        return new Throughput(Optional.ofNullable(began), cards, each, rest);
    }

    private Duration median() {
        List<Duration> sorted = intervals.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }
}
