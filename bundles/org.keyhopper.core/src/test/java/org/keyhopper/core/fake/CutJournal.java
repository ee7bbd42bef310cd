package org.keyhopper.core.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * A journal whose writers stop for good at one point, as those of a process that was killed: a thread that gets there, and
 * one that writes after that, never goes on.
 */
public final class CutJournal implements Journal {

    private final Journal journal;
    private final String point;
    private final boolean written;

    private boolean dead;
    private int stopped;

    /**
     * @param point where ("CLOSE" for the closing)
     * @param written whether that is written still
     */
    public CutJournal(Journal journal, String point, boolean written) {
        this.journal = journal;
        this.point = point;
        this.written = written;
    }

    /** Waits until so many threads have stopped. */
    public synchronized void awaitStopped(int threads) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(30));
        while (stopped < threads) {
            if (deadline.hasPassed()) {
                throw new AssertionError(stopped + " threads stopped at " + point + " and not " + threads);
            }
            pause(deadline);
        }
    }

    private void pause(Deadline deadline) {
        try {
            wait(1 + deadline.remaining().toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void pass(String now, boolean after) {
        synchronized (this) {
            dead |= now.equals(point) && after == written;
            if (!dead) {
                return;
            }
            stopped++;
            notifyAll();
        }
        while (true) {
            LockSupport.park();
        }
    }

    @Override
    public CeremonyId open(Claim claim, RecipientId recipient, Map<String, String> facts) {
        pass(JournalPoint.STARTED.name(), false);
        CeremonyId id = journal.open(claim, recipient, facts);
        pass(JournalPoint.STARTED.name(), true);
        return id;
    }

    @Override
    public void record(Claim claim, CeremonyId ceremony, JournalPoint now, Map<String, String> facts) {
        pass(now.name(), false);
        journal.record(claim, ceremony, now, facts);
        pass(now.name(), true);
    }

    @Override
    public void close(Claim claim, CeremonyId ceremony, OutcomeRecord outcome) {
        pass("CLOSE", false);
        journal.close(claim, ceremony, outcome);
        pass("CLOSE", true);
    }

    @Override
    public List<CeremonyRecord> ceremoniesOf(RequestId request) {
        return journal.ceremoniesOf(request);
    }

    @Override
    public List<CeremonyRecord> unfinished() {
        return journal.unfinished();
    }
}
