package org.keyhopper.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;

/** A journal in memory, which can kill the ceremony at each of its points. */
public final class MemoryJournal implements Journal {

    /** Hears of every write, before and after; may throw. */
    public interface Cut {
        void before(String point);

        void after(String point);
    }

    private static final Cut NONE = new Cut() {
        @Override
        public void before(String point) {
            // Nothing is cut.
        }

        @Override
        public void after(String point) {
            // Nothing is cut.
        }
    };

    private final MemoryRequests requests;
    private final Map<CeremonyId, CeremonyRecord> ceremonies = new LinkedHashMap<>();
    private Cut cut = NONE;

    MemoryJournal(MemoryRequests requests) {
        this.requests = requests;
    }

    /** Kills the thread that writes this point ("CLOSE" for the closing): just before it is written, or right after. */
    public void killAt(String point, boolean written) {
        cut = new Cut() {
            @Override
            public void before(String now) {
                killIf(!written && now.equals(point), point);
            }

            @Override
            public void after(String now) {
                killIf(written && now.equals(point), point);
            }
        };
    }

    private static void killIf(boolean here, String point) {
        if (here) {
            throw new Killed(point);
        }
    }

    /** Has something done just before this point is written. */
    public void beforeWriting(String point, Runnable act) {
        cut = new Cut() {
            @Override
            public void before(String now) {
                if (now.equals(point)) {
                    act.run();
                }
            }

            @Override
            public void after(String now) {
                // Nothing is done.
            }
        };
    }

    /** The store fails when this point is written. */
    public void failAt(String point) {
        cut = new Cut() {
            @Override
            public void before(String now) {
                if (now.equals(point)) {
                    throw new StoreException("The disk is full.");
                }
            }

            @Override
            public void after(String now) {
                // It never gets there.
            }
        };
    }

    public void heal() {
        cut = NONE;
    }

    @Override
    public synchronized CeremonyId open(Claim claim, RecipientId recipient, Map<String, String> facts) {
        cut.before(JournalPoint.STARTED.name());
        requests.requireCurrent(claim);
        CeremonyId id = new CeremonyId(ceremonies.size() + 1L);
        requests.markUnclear(recipient);
        ceremonies.put(id, new CeremonyRecord(id, recipient, false, List.of(entry(JournalPoint.STARTED, facts))));
        cut.after(JournalPoint.STARTED.name());
        return id;
    }

    @Override
    public synchronized void record(Claim claim, CeremonyId id, JournalPoint point, Map<String, String> facts) {
        cut.before(point.name());
        requests.requireCurrent(claim);
        CeremonyRecord old = ceremonies.get(id);
        if (old.closed()) {
            throw new StoreException("closed");
        }
        List<JournalEntry> entries = new ArrayList<>(old.entries());
        entries.add(entry(point, facts));
        ceremonies.put(id, new CeremonyRecord(id, old.recipient(), false, entries));
        cut.after(point.name());
    }

    @Override
    public synchronized void close(Claim claim, CeremonyId id, OutcomeRecord outcome) {
        cut.before("CLOSE");
        requests.requireCurrent(claim);
        CeremonyRecord old = ceremonies.get(id);
        if (old.closed() && requests.state(old.recipient()).outcome() != Outcome.UNCLEAR) {
            throw new StoreException("closed");
        }
        ceremonies.put(id, new CeremonyRecord(id, old.recipient(), true, old.entries()));
        requests.settle(old.recipient(), outcome);
        cut.after("CLOSE");
    }

    @Override
    public synchronized List<CeremonyRecord> ceremoniesOf(RequestId request) {
        return ceremonies.values().stream()
                .filter(ceremony -> ceremony.recipient().request().equals(request))
                .toList();
    }

    @Override
    public synchronized List<CeremonyRecord> unfinished() {
        return ceremonies.values().stream()
                .filter(ceremony -> !ceremony.closed())
                .toList();
    }

    /** Returns the points of the last ceremony, in order. */
    public synchronized List<JournalPoint> points() {
        return List.copyOf(ceremonies.values()).getLast().entries().stream()
                .map(JournalEntry::point)
                .toList();
    }

    public synchronized CeremonyRecord last() {
        return List.copyOf(ceremonies.values()).getLast();
    }

    private static JournalEntry entry(JournalPoint point, Map<String, String> facts) {
        return new JournalEntry(point, facts, Instant.EPOCH);
    }
}
