package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private record Due(long at, Runnable action) {}

    private long now;
    private final PriorityQueue<Due> due = new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
    private final RateLimiter rateLimiter = new RateLimiter(
            Duration.ofMillis(100), (delay, action) -> due.add(new Due(now + delay.toNanos(), action)), () -> now);

    private void passMillis(long millis) {
        long end = now + Duration.ofMillis(millis).toNanos();
        while (!due.isEmpty() && due.peek().at() <= end) {
            Due next = due.poll();
            now = next.at();
            next.action().run();
        }
        now = end;
    }

    @Test
    void changesAreLimitedAndIncludeTheLastOne() {
        ObservableState<Integer> feed = new ObservableState<>(0, rateLimiter);
        List<Integer> shown = new ArrayList<>();
        feed.follow(shown::add);
        for (int i = 1; i <= 1000; i++) {
            feed.set(i);
            passMillis(1);
        }
        passMillis(200);
        assertTrue(shown.size() <= 12, () -> "shown " + shown.size() + " times");
        assertEquals(1000, shown.getLast());
    }

    @Test
    void newFollowerReceivesTheCurrentState() {
        ObservableState<String> feed = new ObservableState<>("first", rateLimiter);
        feed.set("present");
        passMillis(500);
        List<String> shown = new ArrayList<>();
        feed.follow(shown::add);
        passMillis(1);
        assertEquals(List.of("present"), shown);
    }

    @Test
    void closedSubscriptionReceivesNothing() {
        ObservableState<String> feed = new ObservableState<>("first", rateLimiter);
        List<String> shown = new ArrayList<>();
        feed.follow(shown::add).close();
        feed.set("later");
        passMillis(500);
        assertEquals(List.of(), shown);
    }
}
