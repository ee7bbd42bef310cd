package org.keyhopper.ui.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.widgets.Display;

/**
 * Measures how long an event has to wait at most: one is due every few milliseconds, and the time counts from when it was
 * due, so that pauses of the whole process count as well.
 */
final class EventLatency {

    private static final long EVERY = 5_000_000;

    private final Display display;
    private final AtomicBoolean runs = new AtomicBoolean();
    private final AtomicLong longest = new AtomicLong();

    EventLatency(Display display) {
        this.display = display;
        Thread thread = new Thread(this::send, "event-latency");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    void begin() {
        longest.set(0);
        runs.set(true);
    }

    /** Returns the longest time in nanoseconds. */
    long end() {
        runs.set(false);
        return longest.get();
    }

    private void send() {
        AtomicBoolean handled = new AtomicBoolean(true);
        AtomicLong handledAt = new AtomicLong();
        long due = System.nanoTime();
        while (!display.isDisposed()) {
            // An event that had to wait delays the next one, which then is due at once and not in the past.
            due = Math.max(due + EVERY, handledAt.get());
            while (System.nanoTime() < due || !handled.get()) {
                LockSupport.parkNanos(EVERY / 5);
            }
            if (runs.get()) {
                long mine = due;
                handled.set(false);
                display.asyncExec(() -> {
                    long now = System.nanoTime();
                    longest.accumulateAndGet(now - mine, Math::max);
                    handledAt.set(now);
                    handled.set(true);
                });
            }
        }
    }
}
