package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** An in-memory journal that only stores which ceremonies are open. */
public final class FakeJournal implements Journal {

    private final List<CeremonyRecord> open = new ArrayList<>();

    @Override
    public CeremonyId open(Claim claim, RecipientId recipient, Map<String, String> facts) {
        CeremonyId id = new CeremonyId(open.size() + 1L);
        open.add(new CeremonyRecord(id, recipient, false, List.of()));
        return id;
    }

    @Override
    public void record(Claim claim, CeremonyId ceremony, JournalPoint point, Map<String, String> facts) {
        throw new UnsupportedOperationException("called by ceremonies only");
    }

    @Override
    public void close(Claim claim, CeremonyId ceremony, OutcomeRecord outcome) {
        open.removeIf(record -> record.id().equals(ceremony));
    }

    @Override
    public List<CeremonyRecord> ceremoniesOf(RequestId request) {
        return List.of();
    }

    @Override
    public List<CeremonyRecord> unfinished() {
        return List.copyOf(open);
    }
}
