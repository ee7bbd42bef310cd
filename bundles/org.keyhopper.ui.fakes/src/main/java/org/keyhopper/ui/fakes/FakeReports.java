package org.keyhopper.ui.fakes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RequestId;

/** Keeps what is reported. */
public final class FakeReports implements CentralReports {

    /** What Central has assigned to the station. */
    public final Set<RequestId> assigned = new HashSet<>();

    public final List<List<PrinterReport>> printers = new CopyOnWriteArrayList<>();

    @Override
    public Answer<Long> upload(List<NumberedEntry> entries) {
        return Answer.done(entries.isEmpty() ? 0L : entries.getLast().number());
    }

    @Override
    public Answer<Boolean> report(List<PrinterReport> reported) {
        printers.add(reported);
        return Answer.done(true);
    }

    @Override
    public Answer<Set<RequestId>> assigned() {
        return Answer.done(Set.copyOf(assigned));
    }
}
