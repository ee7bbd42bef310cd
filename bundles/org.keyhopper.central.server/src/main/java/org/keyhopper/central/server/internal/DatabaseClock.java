package org.keyhopper.central.server.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the database, so that all instances agree on when tokens and proofs expire, whatever the clocks of their
 * computers say. Compared with the database once in half a minute. Thread-safe.
 */
public final class DatabaseClock extends Clock {

    private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseClock.class);
    private static final long COMPARED_NANOS = Duration.ofSeconds(30).toNanos();

    private final CentralStore store;
    private final Clock computer;
    private final ZoneId zone;

    /** Guarded by this, like the time at which it was found. */
    private Duration ahead = Duration.ZERO;

    private long compared;

    /** Compares the clocks; fails with StoreException if the database does not answer. */
    public DatabaseClock(CentralStore store, Clock computer) {
        this(store, computer, ZoneOffset.UTC);
        compare();
    }

    private DatabaseClock(CentralStore store, Clock computer, ZoneId zone) {
        this.store = store;
        this.computer = computer;
        this.zone = zone;
    }

    @Override
    public synchronized Instant instant() {
        if (System.nanoTime() - compared > COMPARED_NANOS) {
            try {
                compare();
            } catch (StoreException e) {
                LOGGER.warn("The clock of the database cannot be read; the last difference is used", e);
                compared = System.nanoTime();
            }
        }
        return computer.instant().plus(ahead);
    }

    private synchronized void compare() {
        Instant database = store.write(CentralTransaction::now);
        ahead = Duration.between(computer.instant(), database);
        compared = System.nanoTime();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(store, computer, other);
    }
}
