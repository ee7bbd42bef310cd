package org.keyhopper.central.server.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.keyhopper.central.server.internal.health.HealthReport.Part;
import org.keyhopper.central.server.internal.health.HealthReport.State;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.store.Instances.Instance;

/** Checks this instance. Thread-safe; a report takes a few queries. */
public final class Health {

    private static final Duration CERTIFICATE_AHEAD = Duration.ofDays(21);
    private static final Duration CLOCKS = Duration.ofSeconds(30);
    private static final long LEAST_SPACE = 200L * 1024 * 1024;

    private final CentralDatabase database;
    private final String version;
    private final InstantSource clock;
    private final Optional<Instant> certificateEnds;
    private final LongSupplier space;
    private volatile Supplier<List<Part>> others = List::of;
    private volatile boolean stopping;

    /**
     * Creates a health check.
     *
     * @param certificateEnds when the certificate of the server expires
     * @param space the free bytes of the disk with the data
     */
    public Health(
            CentralDatabase database,
            String version,
            InstantSource clock,
            Optional<Instant> certificateEnds,
            LongSupplier space) {
        this.database = database;
        this.version = version;
        this.clock = clock;
        this.certificateEnds = certificateEnds;
        this.space = space;
    }

    /** What one transaction tells. */
    private record Seen(Instant now, int restorations) {}

    /** Adds checks of other parts. */
    public void watch(Supplier<List<Part>> parts) {
        others = parts;
    }

    /** From now on the instance is STOPPING. */
    public void stop() {
        stopping = true;
    }

    /** Checks everything. */
    public HealthReport report() {
        List<Part> parts = new ArrayList<>();
        Optional<Instant> now = Optional.empty();
        List<Instance> instances = List.of();
        try {
            Seen seen = database.store()
                    .write(in -> new Seen(in.now(), in.restorations().open().size()));
            now = Optional.of(seen.now());
            instances = database.instances().list();
            parts.add(new Part("database", State.UP, ""));
            parts.add(clocks(seen.now()));
            parts.add(restoration(seen.restorations()));
        } catch (StoreException e) {
            parts.add(new Part("database", State.DOWN, e.getMessage()));
        }
        certificateEnds.ifPresent(end -> parts.add(certificate(end)));
        parts.add(disk());
        parts.addAll(others.get());
        return new HealthReport(state(parts), version, now, parts, instances);
    }

    private State state(List<Part> parts) {
        if (stopping) {
            return State.STOPPING;
        }
        if (parts.stream().anyMatch(part -> part.state() == State.DOWN)) {
            return State.DOWN;
        }
        return parts.stream().allMatch(part -> part.state() == State.UP) ? State.UP : State.DEGRADED;
    }

    private Part clocks(Instant ofDatabase) {
        Duration difference = Duration.between(ofDatabase, clock.instant()).abs();
        return difference.compareTo(CLOCKS) <= 0
                ? new Part("clock", State.UP, "")
                : new Part(
                        "clock",
                        State.DEGRADED,
                        "The clocks of this computer and of the database differ by " + difference.toSeconds()
                                + " s. Synchronise both.");
    }

    private static Part restoration(int open) {
        return open == 0
                ? new Part("restoration", State.UP, "")
                : new Part(
                        "restoration",
                        State.DEGRADED,
                        "A backup was restored, and people were not compared with their directories since. Reconcile"
                                + " them, then run keyhopper-central restore --end-check.");
    }

    private Part certificate(Instant end) {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            return new Part("certificate", State.DEGRADED, "It expired on " + end + ". Replace it and restart.");
        }
        boolean soon = now.plus(CERTIFICATE_AHEAD).isAfter(end);
        return new Part(
                "certificate",
                soon ? State.DEGRADED : State.UP,
                "It expires on " + end + "." + (soon ? " Replace it and restart." : ""));
    }

    private Part disk() {
        long free = space.getAsLong();
        return free >= LEAST_SPACE
                ? new Part("disk", State.UP, "")
                : new Part("disk", State.DEGRADED, "Only " + free / 1024 / 1024 + " MB are free. Make room.");
    }
}
