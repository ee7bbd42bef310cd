package org.keyhopper.keystore.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls with a timeout, for calls that may wait indefinitely for the user, such as to unlock a key ring. */
final class BoundedCall {

    private BoundedCall() {}

    /**
     * Runs the call on a thread of its own, which is abandoned at the timeout.
     *
     * @throws TimeoutException if it takes longer
     * @throws ExecutionException with the exception or error of the call
     */
    static <T> T within(Duration limit, Callable<T> call) throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("OS key store").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            TimeoutException end = new TimeoutException("interrupted");
            end.initCause(hurry);
            throw end;
        }
    }
}
