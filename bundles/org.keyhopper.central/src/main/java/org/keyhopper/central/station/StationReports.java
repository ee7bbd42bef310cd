package org.keyhopper.central.station;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * What stations report beside the work on people. Blocking on the database; any thread. Only stations report, and operators who
 * work at one.
 */
public interface StationReports {

    /**
     * Stores entries of the journal of the calling station: evidence, which changes no outcome. Those that are there already,
     * or whose person is not, are left out.
     *
     * @return the number of the last entry that is there
     */
    Answer<Long> upload(Caller caller, List<NumberedEntry> entries);

    /** Replaces what the calling station reported of its printers. */
    Answer<Boolean> report(Caller caller, List<PrinterReport> printers);

    /** Returns the requests that are assigned to the calling station and have someone pending, oldest first. */
    Answer<List<RequestId>> assigned(Caller caller);

    /** Returns what a station reported last, for those who see stations; empty if it never did. */
    Answer<Optional<StationReport>> latest(Caller caller, String station);

    /** Returns the steps that stations reported for one person, in order of time. */
    Answer<List<StationEntry>> journal(Caller caller, RecipientId recipient);
}
