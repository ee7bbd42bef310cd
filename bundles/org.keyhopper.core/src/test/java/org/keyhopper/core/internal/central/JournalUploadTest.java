package org.keyhopper.core.internal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The upload of a journal to a Central that may be away, or be restored from a backup. */
class JournalUploadTest {

    private static final long SECONDS = 20;

    private final Mirror mirror = new Mirror();
    private final Reports central = new Reports();
    private final JournalUpload upload = JournalUpload.start(mirror, () -> central, Duration.ofHours(1));

    @AfterEach
    void close() {
        upload.close();
    }

    /** A journal of entries with ascending numbers. */
    private static final class Mirror implements CentralRecords {

        /** The number of its last entry. */
        private volatile long written;

        /** Has an element for each time that there was nothing more to upload. */
        private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public List<NumberedEntry> journalAfter(long number, int limit) {
            List<NumberedEntry> after = LongStream.rangeClosed(number + 1, written)
                    .limit(limit)
                    .mapToObj(JournalUploadTest::entry)
                    .toList();
            if (after.isEmpty()) {
                ends.add(true);
            }
            return after;
        }

        @Override
        public StationRecords records() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Secrets secrets() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void mirror(ProvisioningRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException();
        }
    }

    /** A Central that stores numbers of entries, and can lose the last of them. */
    private static final class Reports implements CentralReports {

        private final TreeSet<Long> stored = new TreeSet<>();

        /** How many entries each call had. */
        private final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        private boolean away;

        @Override
        public synchronized Answer<Long> upload(List<NumberedEntry> entries) {
            calls.add(entries.size());
            if (away) {
                return Answer.unclear(Problem.of(CentralConnectionProblem.NO_ANSWER, "central"));
            }
            entries.forEach(entry -> stored.add(entry.number()));
            return Answer.done(stored.isEmpty() ? 0 : stored.last());
        }

        synchronized void restore(long last) {
            stored.tailSet(last, false).clear();
        }

        synchronized void goesAway(boolean now) {
            away = now;
        }

        synchronized List<Long> stored() {
            return List.copyOf(stored);
        }

        @Override
        public Answer<Boolean> report(List<PrinterReport> printers) {
            return Answer.done(true);
        }

        @Override
        public Answer<Set<RequestId>> assigned() {
            return Answer.done(Set.of());
        }
    }

    private static NumberedEntry entry(long number) {
        return new NumberedEntry(
                number,
                new CeremonyId(1),
                new RecipientId(new RequestId("R7K3M"), 1),
                new JournalEntry(JournalPoint.STARTED, Map.of(), Instant.EPOCH));
    }

    /** Writes entries up to a number, and waits for a call without entries and for these, by how many each has. */
    private void write(long last, int... calls) throws InterruptedException {
        mirror.written = last;
        upload.wake();
        assertEquals(0, central.calls.poll(SECONDS, TimeUnit.SECONDS), "asked first");
        for (int entries : calls) {
            assertEquals(entries, central.calls.poll(SECONDS, TimeUnit.SECONDS));
        }
        if (calls.length > 0) {
            assertNotNull(mirror.ends.poll(SECONDS, TimeUnit.SECONDS));
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void longJournalIsUploadedInBatches() throws Exception {
        write(120, 50, 50, 20);
        assertEquals(upTo(120), central.stored());
        upload.wake();
        upload.close();
        assertNull(central.calls.poll(), "without entries, Central is not called");
    }

    @Test
    void whatARestoredCentralHasLostIsUploadedAgain() throws Exception {
        write(50, 50);
        central.restore(30);
        write(51, 21);
        assertEquals(upTo(51), central.stored());
    }

    @Test
    void centralIsAskedAgainAfterAnOutage() throws Exception {
        write(5, 5);
        central.goesAway(true);
        write(6);
        central.restore(2);
        central.goesAway(false);
        write(7, 5);
        assertEquals(upTo(7), central.stored());
    }
}
