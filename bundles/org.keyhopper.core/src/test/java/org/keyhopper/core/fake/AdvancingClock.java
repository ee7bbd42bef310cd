package org.keyhopper.core.fake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.keyhopper.core.internal.run.printer.RunClock;

/** A clock that advances by what is slept, at once. Any thread. */
public final class AdvancingClock implements RunClock {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Duration now() {
        return Duration.ofNanos(nanos.get());
    }

    /** Leaves other threads a moment: what they put into the queue does not depend on this clock. */
    @Override
    public <T> Optional<T> poll(BlockingQueue<T> queue, Duration time) throws InterruptedException {
        T element = queue.poll(1, TimeUnit.MILLISECONDS);
        if (element == null) {
            advance(time);
        }
        return Optional.ofNullable(element);
    }

    @Override
    public void sleep(Duration time) {
        advance(time);
    }

    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
