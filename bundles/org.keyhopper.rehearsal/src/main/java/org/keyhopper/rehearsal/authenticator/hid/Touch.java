package org.keyhopper.rehearsal.authenticator.hid;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.keyhopper.rehearsal.authenticator.model.UserPresence;

/** Touches of the user. Thread-safe. */
public final class Touch {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private boolean byItself = true;
    private Duration time = Duration.ZERO;
    private boolean pressed;

    /** From now on every touch occurs automatically, after this delay. */
    public synchronized void comeAfter(Duration delay) {
        byItself = true;
        time = delay;
    }

    /** From now on a touch occurs only by {@link #press}; the key times out after this limit. */
    public synchronized void waitFor(Duration limit) {
        byItself = false;
        time = limit;
        pressed = false;
    }

    /** Touches the key once, now or when it next waits. */
    public synchronized void press() {
        pressed = true;
        notifyAll();
    }

    /** Waits for the touch, and polls for cancellation meanwhile. */
    synchronized UserPresence.Answer await(BooleanSupplier cancelled) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (!pressed && System.nanoTime() < end && !cancelled.getAsBoolean()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(POLL_INTERVAL.toNanos(), end - System.nanoTime()));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return UserPresence.Answer.CANCELLED;
        }
        if (cancelled.getAsBoolean()) {
            return UserPresence.Answer.CANCELLED;
        }
        boolean touched = pressed || byItself;
        pressed = false;
        return touched ? UserPresence.Answer.PRESENT : UserPresence.Answer.TIMED_OUT;
    }
}
