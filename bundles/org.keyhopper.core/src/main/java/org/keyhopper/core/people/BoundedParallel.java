package org.keyhopper.core.people;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks a directory about many people, a few at a time, so that it is neither slow nor throttled. */
public final class BoundedParallel {

    private static final int WIDTH = 4;

    private BoundedParallel() {}

    /** Does it for each, on several threads; blocks until all are done or {@code goesOn} has said no. */
    public static <T> void forEach(Collection<T> items, BooleanSupplier proceed, Consumer<T> action) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
        ExecutorService threads = Executors.newFixedThreadPool(WIDTH, task -> daemon(task));
        for (int i = 0; i < WIDTH; i++) {
            threads.execute(() -> work(waiting, proceed, action));
        }
        threads.shutdown();
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static <T> void work(Queue<T> waiting, BooleanSupplier proceed, Consumer<T> action) {
        while (proceed.getAsBoolean()) {
            T next = waiting.poll();
            if (next == null) {
                return;
            }
            action.accept(next);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "directory");
        thread.setDaemon(true);
        return thread;
    }
}
