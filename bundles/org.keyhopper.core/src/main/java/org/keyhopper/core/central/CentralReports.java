package org.keyhopper.core.central;

import java.util.List;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RequestId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a joined station reports to Central beside the work on people, and which work Central has assigned to it. Any thread.
 * Each method blocks on the network for at most 40 s, may be repeated, and fails as those of {@link CentralEnrolments}.
 */
@ConsumerType
public interface CentralReports {

    /** The most entries of one call. */
    int MOST_ENTRIES = 50;

    /**
     * Uploads entries of the journal. Those that Central has are not stored again.
     *
     * @param entries ascending; none to ask how far Central has them
     * @return the number of the last entry that Central has of this station; 0 for none
     */
    Answer<Long> upload(List<NumberedEntry> entries);

    /** Reports all printers of the station, in place of what was reported before. */
    Answer<Boolean> report(List<PrinterReport> printers);

    /** Returns the requests that are assigned to this station. */
    Answer<Set<RequestId>> assigned();
}
