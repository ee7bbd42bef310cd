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
class HeartbeatTest {

    private final AtomicBoolean wanted = new AtomicBoolean(true);

    @AfterEach
    void stop() {
        wanted.set(false);
    }

    @Test
    void silenceIsToldAsLongAsItLasts() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(2);
        new Heartbeat(Duration.ofMillis(100), told::countDown).start(wanted::get);
        told.await();
    }

    @Test
    void whoBeatsInTimeIsNotToldOf() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        CountDownLatch looks = new CountDownLatch(3);
        Heartbeat heart = new Heartbeat(Duration.ofMinutes(1), told::incrementAndGet);
        heart.start(() -> {
            looks.countDown();
            heart.beat();
            return wanted.get();
        });
        looks.await();
        assertEquals(0, told.get());
    }
}
