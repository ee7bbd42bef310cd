package org.keyhopper.api.transport;

import java.time.Duration;

/** A point in monotonic time after which waiting makes no sense. */
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

    /** Returns a deadline that ends with this one, or after this time if that is sooner. */
    public Deadline atMost(Duration time) {
        return time.compareTo(remaining()) < 0 ? in(time) : this;
    }

    public boolean hasPassed() {
        return remaining().isZero();
    }

    /** Returns the time left, zero when it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }
}
