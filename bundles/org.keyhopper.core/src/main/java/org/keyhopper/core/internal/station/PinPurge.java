package org.keyhopper.core.internal.station;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.keyhopper.core.vault.PinEscrow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes PINs whose retention has ended: when the station starts, and once a day. */
final class PinPurge implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PinPurge.class);

    private final Supplier<Optional<PinEscrow>> escrow;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pin-purge").daemon().factory());

    PinPurge(Supplier<Optional<PinEscrow>> escrow, Clock clock) {
        this.escrow = escrow;
        this.clock = clock;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::run, 0, 1, TimeUnit.DAYS);
    }

    /** A store that cannot be used now is tried again the next day. */
    void run() {
        try {
            escrow.get().ifPresent(this::purge);
        } catch (RuntimeException e) {
            // The schedule would end with it.
            LOGGER.warn("PINs were not purged", e);
        }
    }

    private void purge(PinEscrow sealed) {
        int purged = sealed.purge(clock.instant().minus(sealed.retention()));
        if (purged > 0) {
            LOGGER.info("Purged {} PINs whose receipt was confirmed, or that were shown", purged);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
