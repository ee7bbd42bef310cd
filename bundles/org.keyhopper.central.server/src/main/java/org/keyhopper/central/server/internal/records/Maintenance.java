package org.keyhopper.central.server.internal.records;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.records.RecordKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes old records and reminds of the licence, once an hour by one of the instances. */
final class Maintenance implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST_PASSES = 50;

    private final Central central;
    private final Licensing licensing;
    private final Map<RecordKind, Integer> days;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("maintenance").daemon().factory());

    Maintenance(Central central, Licensing licensing, Map<RecordKind, Integer> days) {
        this.central = central;
        this.licensing = licensing;
        this.days = Map.copyOf(days);
    }

    void start() {
        timer.scheduleWithFixedDelay(this::tryRun, 1, PERIOD.toMinutes(), TimeUnit.MINUTES);
    }

    private void tryRun() {
        try {
            run();
        } catch (RuntimeException e) {
            LOGGER.error("Old records were not removed", e);
        }
    }

    private void run() {
        boolean mine = central.store().write(in -> {
            Instant hour = in.now().truncatedTo(ChronoUnit.HOURS);
            return in.replays().use("maintenance", hour.toString(), hour.plus(PERIOD.multipliedBy(2)));
        });
        if (!mine) {
            return;
        }
        Caller caller = new Caller(
                Caller.Kind.COMMAND, "maintenance", List.of(), UUID.randomUUID().toString());
        licensing.remind(caller);
        int passes = 0;
        while (passes < MOST_PASSES && central.retention().pass(caller, days)) {
            passes++;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
