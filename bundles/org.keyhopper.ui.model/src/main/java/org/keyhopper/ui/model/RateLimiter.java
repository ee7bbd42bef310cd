package org.keyhopper.ui.model;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Limits how often the screen is updated.
 *
 * @param gap minimum time between two runs
 * @param scheduler runs delayed actions
 * @param nanos a monotonic clock, such as {@link System#nanoTime()}
 */
public record RateLimiter(Duration gap, Scheduler scheduler, LongSupplier nanos) {

    /** Runs an action after a delay. */
    @FunctionalInterface
    public interface Scheduler {
        void after(Duration delay, Runnable action);
    }

    /** Returns the limiter for the user interface: at most ten updates per second. */
    public static RateLimiter tenPerSecond(ScheduledExecutorService executor) {
        Scheduler scheduler = (delay, action) -> executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return new RateLimiter(Duration.ofMillis(100), scheduler, System::nanoTime);
    }

    /**
     * Returns a trigger for {@code action}: any number of triggers within the gap result in one run, after the last
     * one.
     */
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
