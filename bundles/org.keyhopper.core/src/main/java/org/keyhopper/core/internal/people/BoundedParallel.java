package org.keyhopper.core.internal.people;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs look-ups a few at a time, so that they are fast and the directory does not throttle them. */
public final class BoundedParallel {

    private static final int WIDTH = 4;

    private BoundedParallel() {}

    /** Performs the action for each item, on several threads. Blocks until all are done or {@code proceed} returns false. */
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
