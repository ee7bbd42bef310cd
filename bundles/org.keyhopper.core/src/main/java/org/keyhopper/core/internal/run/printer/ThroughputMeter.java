package org.keyhopper.core.internal.run.printer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.automatic.Throughput;

/** Measures how fast cards are finished, over all printers, leaving out the times in which the operator was waited for. Any thread. */
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

    /** A person has got a card. */
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

    /** Something was waited for, so that the time since the last card does not count. */
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
