package org.keyhopper.testkit.printer;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one task on an interruptible thread of its own. */
final class Worker<T> {

    private static final long TIMEOUT_SECONDS = 60;

    private final FutureTask<T> task;
    private final Thread thread;

    Worker(Callable<T> work) {
        task = new FutureTask<>(work);
        thread = Thread.ofPlatform().daemon().name("contract worker").start(task);
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Returns the result of the task, or throws its exception. */
    T result() throws Exception {
        try {
            return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the task did not end", e);
        }
    }
}
