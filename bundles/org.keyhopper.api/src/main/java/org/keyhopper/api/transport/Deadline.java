package org.keyhopper.api.transport;

import java.time.Duration;

/** A point in monotonic time at which an operation times out. */
public final class Deadline {

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public static Deadline inSeconds(long seconds) {
        return in(Duration.ofSeconds(seconds));
    }

    /** Returns a deadline that expires with this one, or after the given time if that is sooner. */
    public Deadline atMost(Duration time) {
        return time.compareTo(remaining()) < 0 ? in(time) : this;
    }

    public boolean hasPassed() {
        return remaining().isZero();
    }

    /** Returns the remaining time, or zero if expired. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }
}
