package org.keyhopper.directory.support.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs an action when something was not used for some time, and again after later uses. Thread-safe. The action runs on a thread of the
 * common pool, which it must not block.
 */
public final class IdleAction {

    private final Duration idle;
    private final Runnable action;

    /** Guarded by this, as is what follows. */
    private long used;

    private boolean waiting;

    /** @param idle how long after the last use the action runs */
    public IdleAction(Duration idle, Runnable action) {
        this.idle = idle;
        this.action = action;
    }

    /** Says that it is used now. */
    public synchronized void use() {
        used = System.nanoTime();
        if (!waiting) {
            waiting = true;
            wakeAfter(idle);
        }
    }

    private void wakeAfter(Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::runOrWait);
    }

    private void runOrWait() {
        synchronized (this) {
            Duration left = idle.minusNanos(System.nanoTime() - used);
            if (left.isPositive()) {
                wakeAfter(left.plusMillis(1));
                return;
            }
            waiting = false;
        }
        action.run();
    }
}
