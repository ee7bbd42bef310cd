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
 * Makes native calls with a timeout. PC/SC has no timeout of its own: a call to a faulty card or reader may never
 * return. All calls to one card are made on one dedicated thread; after a timeout the thread is abandoned, and queued
 * calls run if the hanging one returns.
 */
final class CardThread {

    private final ExecutorService executor;

    CardThread(String name) {
        this.executor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Waits for the call. Interrupts are deferred, since an exchange with a card cannot be interrupted.
     *
     * @throws PcscException of the call, or TIMEOUT if the deadline passes first
     */
    <T> T call(Deadline deadline, Callable<T> nativeCall) throws PcscException {
        Future<T> pending = executor.submit(nativeCall);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return await(pending, deadline.remaining());
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

    private static <T> T await(Future<T> pending, Duration time) throws PcscException, InterruptedException {
        try {
            return pending.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException timeout) {
            throw new PcscException(ScardCode.TIMEOUT, "no response before the deadline");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PcscException own) {
                throw own;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Runs a last action after all others and ends the thread; waits for it for a limited time. */
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
