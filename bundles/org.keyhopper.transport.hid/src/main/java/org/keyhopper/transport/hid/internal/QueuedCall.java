package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.transport.hid.internal.HidThread.HidCall;

/** One call that is queued, running or completed. */
final class QueuedCall<T> {

    private final String place;
    private final HidCall<T> call;
    private final Consumer<T> disposal;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private volatile long startNanos;
    private T abandoned;

    QueuedCall(String place, HidCall<T> call, Consumer<T> disposal) {
        this.place = place;
        this.call = call;
        this.disposal = disposal;
    }

    String place() {
        return place;
    }

    void started() {
        startNanos = System.nanoTime();
    }

    boolean hasRunFor(Duration time) {
        return System.nanoTime() - startNanos >= time.toNanos();
    }

    /** Makes the call. Does not throw: failures are reported to the waiting caller. */
    void run() {
        try {
            T result = call.run();
            if (!outcome.complete(result)) {
                abandoned = result;
            }
        } catch (ChannelException | RuntimeException | Error failure) {
            outcome.completeExceptionally(failure);
        }
    }

    void abandon(ChannelException why) {
        outcome.completeExceptionally(why);
    }

    /** Returns a call that passes a late result to the disposal. */
    QueuedCall<Void> disposing() {
        return new QueuedCall<>(
                place,
                () -> {
                    if (abandoned != null) {
                        disposal.accept(abandoned);
                    }
                    return null;
                },
                nothing -> {});
    }

    /** Waits for the result; may be called repeatedly. */
    T result(Duration timeout) throws ChannelException, InterruptedException, TimeoutException {
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case ChannelException own -> throw own;
                // Includes errors: a missing or faulty native library must not end the caller's thread.
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
