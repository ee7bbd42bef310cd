package org.keyhopper.central.server.internal.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many calls each caller may make: a bucket that fills steadily and holds what may come at once. Only the callers of
 * late are remembered. Thread-safe.
 */
final class CallRate {

    private static final int MOST_CALLERS = 10_000;

    /** Guarded by the object around it. */
    private static final class Bucket {
        private double calls;
        private long filled;
    }

    private final double perNano;
    private final int burst;
    private final LongSupplier nanos;

    /** The least recently used first. Guarded by this. */
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    CallRate(int perSecond, int burst, LongSupplier nanos) {
        perNano = (double) perSecond / Duration.ofSeconds(1).toNanos();
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Counts a call; false if it is one too many. */
    synchronized boolean take(String caller) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(caller, it -> {
            Bucket fresh = new Bucket();
            fresh.calls = burst;
            fresh.filled = now;
            return fresh;
        });
        bucket.calls = Math.min(burst, bucket.calls + (now - bucket.filled) * perNano);
        bucket.filled = now;
        if (bucket.calls < 1) {
            return false;
        }
        bucket.calls--;
        return true;
    }
}
