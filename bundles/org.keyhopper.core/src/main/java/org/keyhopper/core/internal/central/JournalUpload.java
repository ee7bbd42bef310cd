package org.keyhopper.core.internal.central;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads the journal for Central in batches, on a thread of its own. How far it came is asked of Central, so that it goes on
 * after the process was killed, and nothing is marked at the station. Any thread.
 */
final class JournalUpload implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(JournalUpload.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final CentralRecords records;
    private final Supplier<CentralReports> central;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal upload").factory());

    /** The number of the last entry that Central said it has; on the thread only. */
    private long last;

    /** Who said it; another one after the station left and joined again. On the thread only. */
    private CentralReports told;

    /** Why the last attempt failed; on the thread only. */
    private String failing = "";

    private JournalUpload(CentralRecords records, Supplier<CentralReports> central) {
        this.records = records;
        this.central = central;
    }

    /** @param interval between two looks at the journal */
    static JournalUpload start(CentralRecords records, Supplier<CentralReports> central, Duration interval) {
        JournalUpload upload = new JournalUpload(records, central);
        upload.thread.scheduleWithFixedDelay(
                upload::uploadAll, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return upload;
    }

    /** Uploads soon; fast. */
    void wake() {
        try {
            thread.execute(this::uploadAll);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the station is closing; the next process uploads what is left", e);
        }
    }

    private void uploadAll() {
        try {
            if (records.exists()) {
                uploadNew();
            }
        } catch (StoreException e) {
            noteFailure(e.getMessage());
        } catch (RuntimeException e) {
            // The schedule would end with it.
            LOGGER.warn("The journal was not uploaded", e);
        }
    }

    /** An outage lasts many attempts and is logged once. */
    private void noteFailure(String reason) {
        if (!reason.equals(failing)) {
            LOGGER.warn("The journal cannot be uploaded now and is kept for later: {}", reason);
        }
        failing = reason;
    }

    /**
     * Without entries, Central is not called. Else it is asked first how far it has them: one that was restored from a backup has
     * less than it said before, and its answer to further entries would not show that.
     */
    private void uploadNew() {
        CentralReports current = central.get();
        if (current != told) {
            last = 0;
            told = current;
        }
        if (records.journalAfter(last, 1).isEmpty()) {
            return;
        }
        boolean more = succeeded(current.upload(List.of()));
        while (more) {
            List<NumberedEntry> batch = records.journalAfter(last, CentralReports.MOST_ENTRIES);
            long before = last;
            more = !batch.isEmpty() && succeeded(current.upload(batch)) && last > before;
        }
    }

    private boolean succeeded(Answer<Long> answer) {
        answer.result().ifPresent(number -> {
            last = number;
            failing = "";
        });
        answer.failure().map(Problem::toString).ifPresent(this::noteFailure);
        return answer instanceof Answer.Done<Long>;
    }

    /** Waits briefly for an upload in progress; what is left is uploaded by the next process. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
