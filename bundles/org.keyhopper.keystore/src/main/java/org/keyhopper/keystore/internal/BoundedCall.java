package org.keyhopper.keystore.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls that may wait for a person for ever, such as one who is asked to unlock a key ring, ended by a time limit. */
final class BoundedCall {

    private BoundedCall() {}

    /**
     * Runs the call on a thread of its own, which is left to its fate when time is up.
     *
     * @throws TimeoutException when it took longer
     * @throws ExecutionException with what the call threw, errors included
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
