package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {

    private final AtomicBoolean wanted = new AtomicBoolean(true);

    @AfterEach
    void stop() {
        wanted.set(false);
    }

    @Test
    void hangIsReportedWhileItLasts() throws InterruptedException {
        CountDownLatch reports = new CountDownLatch(2);
        new Watchdog(Duration.ofMillis(100), reports::countDown).start(wanted::get);
        reports.await();
    }

    @Test
    void regularBeatsReportNothing() throws InterruptedException {
        AtomicInteger reports = new AtomicInteger();
        CountDownLatch looks = new CountDownLatch(3);
        Watchdog watchdog = new Watchdog(Duration.ofMinutes(1), reports::incrementAndGet);
        watchdog.start(() -> {
            looks.countDown();
            watchdog.beat();
            return wanted.get();
        });
        looks.await();
        assertEquals(0, reports.get());
    }
}
