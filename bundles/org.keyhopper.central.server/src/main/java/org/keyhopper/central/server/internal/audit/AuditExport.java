package org.keyhopper.central.server.internal.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the audit trail to its sinks, each on a thread of its own: in order, each entry at least once, by one instance
 * at a time. A sink that fails is tried again with growing pauses and delays nothing else. Thread-safe.
 */
public final class AuditExport implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditExport.class);
    private static final int AT_ONCE = 100;

    /** Longer than a delivery and the pause after it may take, so that two instances do not alternate. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** A delivery that does not end by its interruption is left to its own time limits. */
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /**
     * The pauses of a sink.
     *
     * @param idle while there is nothing to deliver
     * @param first after a failure; each further one is twice as long
     * @param longest the limit
     */
    record Pauses(Duration idle, Duration first, Duration longest) {
        static final Pauses USUAL = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    /**
     * How a sink is doing.
     *
     * @param behind how many entries it has not received; counted when it was last tried
     * @param problem why the last delivery failed; empty after one that did not
     */
    public record SinkStatus(String sink, long behind, Optional<String> problem) {}

    private final CentralStore store;
    private final Function<AuditEntry, String> format;
    private final Pauses pauses;
    private final Map<String, SinkStatus> status = new ConcurrentHashMap<>();
    /** The last entry that each sink has received from this instance. */
    private final Map<String, Long> delivered = new ConcurrentHashMap<>();

    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    AuditExport(CentralStore store, Function<AuditEntry, String> format, Pauses pauses) {
        this.store = store;
        this.format = format;
        this.pauses = pauses;
    }

    /** Starts delivering. */
    void start(List<AuditSink> sinks) {
        for (AuditSink sink : sinks) {
            status.put(sink.name(), new SinkStatus(sink.name(), 0, Optional.empty()));
            threads.add(
                    Thread.ofPlatform().name("audit " + sink.name()).daemon().start(() -> run(sink)));
        }
    }

    /** Returns how the sinks are doing. */
    public List<SinkStatus> status() {
        return status.values().stream()
                .sorted(Comparator.comparing(SinkStatus::sink))
                .toList();
    }

    private void run(AuditSink sink) {
        try (sink) {
            Duration pause = Duration.ZERO;
            int failures = 0;
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    pause = deliver(sink) ? Duration.ZERO : pauses.idle();
                    failures = 0;
                } catch (IOException | RuntimeException e) {
                    failures++;
                    pause = pauseAfter(failures);
                    failed(sink, e, pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pauseAfter(int failures) {
        int doublings = Math.min(failures - 1, Integer.SIZE / 2);
        Duration pause = pauses.first().multipliedBy(1L << doublings);
        return pause.compareTo(pauses.longest()) < 0 ? pause : pauses.longest();
    }

    private void failed(AuditSink sink, Exception failure, Duration pause) {
        LOGGER.warn("The audit trail was not delivered to {}; next try in {}", sink.name(), pause, failure);
        String problem = failure instanceof StoreException ? "the database does not answer" : failure.getMessage();
        long behind = status.get(sink.name()).behind();
        status.put(sink.name(), new SinkStatus(sink.name(), behind, Optional.of(String.valueOf(problem))));
    }

    /** Delivers what comes next; returns whether there may be more. */
    private boolean deliver(AuditSink sink) throws IOException {
        record Next(long newest, List<AuditEntry> entries) {}
        Optional<Next> next = store.write(in -> {
            long newest = in.cursors().newest();
            if (Long.valueOf(newest).equals(delivered.get(sink.name()))) {
                // Nothing is written while there is nothing to deliver.
                return Optional.of(new Next(newest, List.of()));
            }
            OptionalLong last = in.cursors().take(sink.name(), LEASE);
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Next(newest, in.audit().after(last.getAsLong(), AT_ONCE)));
        });
        if (next.isEmpty() || next.get().entries().isEmpty()) {
            next.ifPresent(nothing -> delivered.put(sink.name(), nothing.newest()));
            status.put(sink.name(), new SinkStatus(sink.name(), 0, Optional.empty()));
            return false;
        }
        long last = next.get().entries().getLast().number();
        long first = next.get().entries().getFirst().number();
        SinkStatus before = status.get(sink.name());
        status.put(sink.name(), new SinkStatus(sink.name(), next.get().newest() - first + 1, before.problem()));
        sink.deliver(next.get().entries().stream().map(format).toList());
        if (store.write(in -> in.cursors().advance(sink.name(), last))) {
            delivered.put(sink.name(), last);
        } else {
            delivered.remove(sink.name());
        }
        status.put(sink.name(), new SinkStatus(sink.name(), next.get().newest() - last, Optional.empty()));
        return true;
    }

    /** Ends deliveries; what was not delivered is delivered after the next start. */
    @Override
    public void close() {
        stop.countDown();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
