package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Notices when the thread that follows the readers hangs in a call: no time-out of a call helps when a reader, its driver or the
 * service itself keeps it.
 */
final class Heartbeat {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Duration longest;
    private final Runnable silent;
    private volatile long last = System.nanoTime();

    /**
     * @param longest no call that is well takes so long
     * @param silent called again and again while it hangs, on a thread of its own
     */
    Heartbeat(Duration longest, Runnable silent) {
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
