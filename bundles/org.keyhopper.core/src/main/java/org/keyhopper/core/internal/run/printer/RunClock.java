package org.keyhopper.core.internal.run.printer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** How a printer's worker measures and spends time. A test supplies one that advances without waiting. */
public interface RunClock {

    RunClock SYSTEM = new RunClock() {
        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public <T> Optional<T> poll(BlockingQueue<T> queue, Duration time) throws InterruptedException {
            return Optional.ofNullable(queue.poll(time.toMillis(), TimeUnit.MILLISECONDS));
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    };

    /** Returns the time since some fixed, arbitrary moment. Never goes back. */
    Duration now();

    /** Waits for an element for the given time; empty when none came. */
    <T> Optional<T> poll(BlockingQueue<T> queue, Duration time) throws InterruptedException;

    void sleep(Duration time) throws InterruptedException;
}
