package org.keyhopper.core.internal.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.PinEscrow;

/** Sealed PINs are purged at the start, as long ago as the escrow says. */
class PinPurgeTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final List<Instant> purged = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    private PinEscrow escrow() {
        return (PinEscrow) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PinEscrow.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("retention")) {
                        return Duration.ofDays(7);
                    }
                    purged.add((Instant) arguments[0]);
                    done.countDown();
                    return 1;
                });
    }

    private static PinPurge purge(Supplier<Optional<PinEscrow>> escrow) {
        return new PinPurge(escrow, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void purgesAtTheStart() throws InterruptedException {
        try (PinPurge purge = purge(() -> Optional.of(escrow()))) {
            purge.start();
            assertTrue(done.await(1, TimeUnit.MINUTES));
        }
        assertEquals(List.of(NOW.minus(Duration.ofDays(7))), purged);
    }

    @Test
    void stationWithoutEscrowOrStorePurgesNothing() {
        purge(Optional::empty).run();
        purge(() -> {
                    throw new StoreException("The store is closed.");
                })
                .run();
        assertEquals(List.of(), purged);
    }
}
