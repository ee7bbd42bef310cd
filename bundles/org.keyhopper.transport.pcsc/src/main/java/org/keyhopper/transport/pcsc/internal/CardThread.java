package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.transport.Deadline;

/**
 * Makes native calls with an end. PC/SC has no time limit of its own: a call to a dumb card or reader may never return.
 * All calls to one card run on one thread of their own; a caller that gave up leaves the thread to its fate, and what
 * follows it in the queue is done if the call ever returns.
 */
final class CardThread {

    private final ExecutorService executor;

    CardThread(String name) {
        this.executor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Waits for the call, whatever interrupts come: an exchange with a card cannot be half done.
     *
     * @throws PcscException the call's own, or TIMEOUT when the deadline passed first
     */
    <T> T call(Deadline deadline, Callable<T> nativeCall) throws PcscException {
        Future<T> running = executor.submit(nativeCall);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return await(running, deadline.remaining());
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T await(Future<T> running, Duration time) throws PcscException, InterruptedException {
        try {
            return running.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new PcscException(ScardCode.TIMEOUT, "no answer in time");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PcscException own) {
                throw own;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Ends with this action, after all others; waits for it, but not for long. */
    void finish(Runnable last, Duration patience) {
        executor.execute(last);
        executor.shutdown();
        try {
            executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
