package org.keyhopper.central.server.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.store.CentralDatabase;

/** Delivery of the audit trail to sinks that come and go. */
class AuditExportTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private CentralDatabase database;

    @BeforeEach
    void open() {
        database = CentralDatabase.open(folder, Optional.empty());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Keeps what it received, and fails when told to. */
    private static final class Collector implements AuditSink {

        private final String name;
        private final List<String> received = new CopyOnWriteArrayList<>();
        private volatile boolean down;

        /** Whether the next delivery is received, and its confirmation lost. */
        private volatile boolean losesConfirmation;

        Collector(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void deliver(List<String> lines) throws IOException {
            if (down) {
                throw new IOException("down");
            }
            received.addAll(lines);
            if (losesConfirmation) {
                losesConfirmation = false;
                throw new IOException("no confirmation");
            }
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private AuditExport started(CentralDatabase on, AuditSink... sinks) {
        Duration brief = Duration.ofMillis(5);
        AuditExport export = new AuditExport(
                on.store(),
                entry -> Long.toString(entry.number()),
                new AuditExport.Pauses(brief, brief, brief.multipliedBy(4)));
        export.start(List.of(sinks));
        return export;
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            database.store()
                    .write(in -> in.audit().append(AuditEvent.done(Caller.none("call"), AuditAction.CLAIM, "claim:1")));
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            Thread.sleep(5);
        }
    }

    @Test
    void everyEntryIsDeliveredInOrder() throws Exception {
        append(250);
        Collector sink = new Collector("a");
        try (AuditExport export = started(database, sink)) {
            await(() -> sink.received.size() >= 250);
            append(1);
            await(() -> sink.received.size() >= 251);
            assertEquals(numbers(1, 251), sink.received);
            await(() -> export.status().getFirst().behind() == 0);
        }
    }

    @Test
    void sinkThatIsDownDelaysNoOther() throws Exception {
        Collector down = new Collector("down");
        down.down = true;
        Collector up = new Collector("up");
        try (AuditExport export = started(database, down, up)) {
            append(3);
            await(() -> up.received.size() >= 3);
            await(() -> export.status().getFirst().problem().equals(Optional.of("down")));
            assertTrue(export.status().getFirst().behind() > 0);
            assertEquals(Optional.empty(), export.status().getLast().problem());
            down.down = false;
            await(() -> down.received.size() >= 3);
            await(() -> export.status().getFirst().problem().isEmpty());
            assertEquals(numbers(1, 3), down.received);
        }
    }

    @Test
    void whatWasNotConfirmedIsDeliveredAgain() throws Exception {
        append(2);
        Collector sink = new Collector("a");
        sink.losesConfirmation = true;
        try (AuditExport export = started(database, sink)) {
            await(() -> sink.received.size() >= 4);
            assertEquals(List.of("1", "2", "1", "2"), sink.received);
            assertEquals(1, export.status().size());
        }
    }

    @Test
    void nextStartGoesOnWhereTheLastOneEnded() throws Exception {
        append(2);
        Collector first = new Collector("a");
        try (AuditExport export = started(database, first)) {
            await(() -> first.received.size() >= 2 && export.status().getFirst().behind() == 0);
        }
        append(1);
        Collector second = new Collector("a");
        try (AuditExport export = started(database, second)) {
            await(() -> !second.received.isEmpty());
            assertEquals(List.of("3"), second.received);
            assertEquals(1, export.status().size());
        }
    }

    @Test
    void oneInstanceDeliversAtATime() throws Exception {
        Collector one = new Collector("a");
        Collector two = new Collector("a");
        try (CentralDatabase other = CentralDatabase.open(folder, Optional.empty());
                AuditExport first = started(database, one)) {
            append(1);
            await(() -> !one.received.isEmpty());
            try (AuditExport second = started(other, two)) {
                append(20);
                await(() -> one.received.size() >= 21);
                assertEquals(List.of(), two.received);
                assertEquals(first.status().size(), second.status().size());
            }
        }
    }
}
