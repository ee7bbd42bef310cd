package org.keyhopper.central.portal.internal.request;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who watch that requests have changed, at this instance of Central or another one. However many they are, the
 * database is asked by one thread, and only as long as there are any. Thread-safe.
 */
final class LiveChanges {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveChanges.class);

    /** Leaves most of a second for reading what has changed and for its way to the browser. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Supplier<String> revision;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Guarded by the lock, as are those below. */
    private long generation;

    private int watchers;
    private boolean asking;

    /**
     * Creates one that asks for nothing yet.
     *
     * @param revision returns another text after each change; blocking on the database
     */
    LiveChanges(Supplier<String> revision) {
        this.revision = revision;
    }

    /** Someone who watches, until it is closed. */
    interface Watch extends AutoCloseable {

        /** Waits until the generation is another one than this, at most for this time. */
        void await(long seen, Duration most) throws InterruptedException;

        @Override
        void close();
    }

    /** Returns the number of the state of the requests, which is a higher one after a change. */
    long generation() {
        lock.lock();
        try {
            return generation;
        } finally {
            lock.unlock();
        }
    }

    /** Begins to watch. */
    Watch watch() {
        lock.lock();
        try {
            watchers++;
            if (!asking) {
                asking = true;
                // What was changed while it was not asked for is not known.
                generation++;
                // A thread of the system: virtual ones wait for a driver that holds on to its thread.
                Thread.ofPlatform().daemon().name("live changes").start(this::ask);
            }
        } finally {
            lock.unlock();
        }
        return new Watch() {
            @Override
            public void await(long seen, Duration most) throws InterruptedException {
                LiveChanges.this.await(seen, most);
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    private void await(long seen, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (generation == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            watchers--;
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        String known = "";
        while (isWatched()) {
            String now = read(known);
            if (!now.equals(known)) {
                known = now;
                tell();
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Returns whether anyone watches; if not, the next one who does begins again. */
    private boolean isWatched() {
        lock.lock();
        try {
            asking = watchers > 0;
            return asking;
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        lock.lock();
        try {
            generation++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns an empty text while the database is away; what was changed meanwhile is not known, so its return is a change. */
    private String read(String known) {
        try {
            return revision.get();
        } catch (StoreException e) {
            if (!known.isEmpty()) {
                LOGGER.warn("It cannot be seen whether requests have changed: {}", e.getMessage());
            }
            return "";
        }
    }
}
