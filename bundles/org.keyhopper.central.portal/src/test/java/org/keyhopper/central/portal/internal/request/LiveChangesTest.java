package org.keyhopper.central.portal.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.request.StoreException;

class LiveChangesTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final int WATCHERS = 50;

    private final AtomicInteger revision = new AtomicInteger(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private final LiveChanges changes = new LiveChanges(() -> {
        asked.incrementAndGet();
        if (away.get()) {
            throw new StoreException("away");
        }
        return Integer.toString(revision.get());
    });

    /** Waits until nothing is new any more, and returns the generation. */
    private long settled(LiveChanges.Watch watch) throws InterruptedException {
        long seen = -1;
        while (seen != changes.generation()) {
            seen = changes.generation();
            watch.await(seen, SHORT);
        }
        return seen;
    }

    @Test
    void allWhoWatchAreToldByOneWhoAsks() throws Exception {
        List<LiveChanges.Watch> watches = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            watches.add(changes.watch());
        }
        long seen = settled(watches.getFirst());
        List<Thread> waiting = watches.stream()
                .map(watch -> Thread.ofVirtual().start(() -> await(watch, seen)))
                .toList();
        int before = asked.get();
        Thread.sleep(SHORT);
        assertTrue(asked.get() - before < 8, asked.get() - before + " questions in " + SHORT);
        assertTrue(waiting.stream().allMatch(Thread::isAlive), "told without a change");
        long began = System.nanoTime();
        revision.incrementAndGet();
        for (Thread each : waiting) {
            assertTrue(each.join(LONG), "not told");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(SHORT) < 0, "told after " + took);
    }

    private static void await(LiveChanges.Watch watch, long seen) {
        try {
            watch.await(seen, LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void withoutAnyNothingIsAsked() throws Exception {
        LiveChanges.Watch watch = changes.watch();
        long seen = settled(watch);
        watch.close();
        Thread.sleep(SHORT);
        int before = asked.get();
        Thread.sleep(SHORT);
        assertEquals(before, asked.get());
        revision.incrementAndGet();
        try (LiveChanges.Watch again = changes.watch()) {
            again.await(seen, LONG);
            assertNotEquals(seen, changes.generation(), "what was changed meanwhile is not known");
        }
    }

    @Test
    void returnOfTheDatabaseIsAChange() throws Exception {
        try (LiveChanges.Watch watch = changes.watch()) {
            away.set(true);
            long seen = settled(watch);
            away.set(false);
            watch.await(seen, LONG);
            assertFalse(seen == changes.generation(), "not told");
        }
    }
}
