package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Detects that the monitoring thread hangs: the timeout of a call has no effect if a reader, its driver or the service
 * blocks.
 */
final class Watchdog {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Duration longest;
    private final Runnable silent;
    private volatile long last = System.nanoTime();

    /**
     * @param longest exceeds the duration of any normal call
     * @param silent called repeatedly while the thread hangs, on a thread of its own
     */
    Watchdog(Duration longest, Runnable silent) {
        this.longest = longest;
        this.silent = silent;
    }

    void beat() {
        last = System.nanoTime();
    }

    void start(BooleanSupplier wanted) {
        beat();
        Thread.ofPlatform().daemon().name("PC/SC heartbeat").start(() -> listen(wanted));
    }

    private void listen(BooleanSupplier wanted) {
        while (wanted.getAsBoolean()) {
            if (System.nanoTime() - last > longest.toNanos()) {
                silent.run();
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
