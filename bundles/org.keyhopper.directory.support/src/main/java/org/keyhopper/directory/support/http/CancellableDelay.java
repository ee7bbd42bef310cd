package org.keyhopper.directory.support.http;

import java.time.Duration;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.transport.Deadline;

/** Waits that are reported to the operator, who can cancel them. */
public final class CancellableDelay {

    private static final Duration SLICE = Duration.ofMillis(250);

    /** The sleep itself, so that tests do not have to wait. */
    @FunctionalInterface
    public interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }

    private final DirectoryPrompts prompts;
    private final Sleep sleep;

    public CancellableDelay(DirectoryPrompts prompts) {
        this(prompts, Thread::sleep);
    }

    public CancellableDelay(DirectoryPrompts prompts, Sleep sleep) {
        this.prompts = prompts;
        this.sleep = sleep;
    }

    /** Reports why, then waits. Returns false when the deadline would pass, when cancelled, or on interruption. */
    public boolean waitVisibly(Pause pause, Deadline deadline) {
        if (pause.time().compareTo(deadline.remaining()) >= 0 || prompts.isCancelled()) {
            return false;
        }
        prompts.waiting(pause.reason(), pause.time());
        return waitSilently(pause.time(), deadline);
    }

    /** Waits without a word, as {@link #waitVisibly} does. */
    public boolean waitSilently(Duration time, Deadline deadline) {
        try {
            for (Duration left = time; left.isPositive(); left = left.minus(SLICE)) {
                if (deadline.hasPassed() || prompts.isCancelled()) {
                    return false;
                }
                sleep.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
            }
            return !prompts.isCancelled();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isCancelled() {
        return prompts.isCancelled();
    }
}
