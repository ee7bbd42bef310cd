package org.keyhopper.ui.model;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps a screen from being repainted more often than a person can see.
 *
 * @param gap the least time between two runs
 * @param scheduler runs something later
 * @param nanos a clock that only goes forward, such as {@link System#nanoTime()}
 */
public record RateLimiter(Duration gap, Scheduler scheduler, LongSupplier nanos) {

    /** Runs something later. */
    @FunctionalInterface
    public interface Scheduler {
        void after(Duration delay, Runnable action);
    }

    /** Returns the pace of the desk: ten times a second at most. */
    public static RateLimiter tenPerSecond(ScheduledExecutorService executor) {
        Scheduler scheduler = (delay, action) -> executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return new RateLimiter(Duration.ofMillis(100), scheduler, System::nanoTime);
    }

    /** Returns a request to run {@code action}: any number of requests within the gap make one run, after the last one. */
    public Runnable limit(Runnable action) {
        AtomicBoolean due = new AtomicBoolean();
        AtomicLong earliest = new AtomicLong(nanos.getAsLong());
        return () -> {
            if (due.compareAndSet(false, true)) {
                long wait = Math.max(0, earliest.get() - nanos.getAsLong());
                scheduler.after(Duration.ofNanos(wait), () -> {
                    earliest.set(nanos.getAsLong() + gap.toNanos());
                    due.set(false);
                    action.run();
                });
            }
        };
    }
}
