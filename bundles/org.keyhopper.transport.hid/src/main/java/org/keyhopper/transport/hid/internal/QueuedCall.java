package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.transport.hid.internal.HidThread.HidCall;

/** One call waiting for its turn, running, or done. */
final class QueuedCall<T> {

    private final String place;
    private final HidCall<T> call;
    private final Consumer<T> disposal;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private volatile long begun;
    private T unwanted;

    QueuedCall(String place, HidCall<T> call, Consumer<T> disposal) {
        this.place = place;
        this.call = call;
        this.disposal = disposal;
    }

    String place() {
        return place;
    }

    void begins() {
        begun = System.nanoTime();
    }

    boolean hasRunFor(Duration time) {
        return System.nanoTime() - begun >= time.toNanos();
    }

    /** Makes the call. Does not throw: the one who waits hears of a failure. */
    void run() {
        try {
            T result = call.make();
            if (!outcome.complete(result)) {
                unwanted = result;
            }
        } catch (ChannelException | RuntimeException | Error failure) {
            outcome.completeExceptionally(failure);
        }
    }

    void giveUp(ChannelException why) {
        outcome.completeExceptionally(why);
    }

    /** Returns the call that does away with what this one brought when nobody wanted it any more. */
    QueuedCall<Void> disposing() {
        return new QueuedCall<>(
                place,
                () -> {
                    if (unwanted != null) {
                        disposal.accept(unwanted);
                    }
                    return null;
                },
                nothing -> {});
    }

    /** Waits a while for the outcome; again is allowed. */
    T result(Duration patience) throws ChannelException, InterruptedException, TimeoutException {
        try {
            return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case ChannelException own -> throw own;
                // Errors too: a library that is missing or misbehaves must not end the thread of those who ask.
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
