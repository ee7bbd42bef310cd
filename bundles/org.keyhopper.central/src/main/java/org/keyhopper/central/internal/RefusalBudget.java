package org.keyhopper.central.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many refusals of callers without an access token the audit trail takes, so that such callers cannot fill it: 60 a
 * minute. Thread-safe.
 */
public final class RefusalBudget {

    private static final int REFUSALS = 60;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final int limit;

    /** Guarded by this, like the number. */
    private Instant end = Instant.MIN;

    private int used;

    public RefusalBudget(InstantSource clock) {
        this(clock, REFUSALS);
    }

    RefusalBudget(InstantSource clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** Returns whether one more may be recorded. */
    synchronized boolean take() {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            end = now.plus(PERIOD);
            used = 0;
        }
        return used++ < limit;
    }
}
