package org.keyhopper.core.journal;

import java.util.List;
import java.util.Map;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * The write-ahead journal. When a method returns, what it wrote survives a power cut. Any thread; failures are
 * {@link org.keyhopper.core.request.StoreException}, on which a ceremony goes no further; one under a claim that is not
 * current any more is {@link org.keyhopper.core.request.ClaimLostException}.
 */
public interface Journal {

    /**
     * Opens a ceremony with its STARTED entry. The recipient must be PENDING, and counts as UNCLEAR until the ceremony is
     * closed.
     */
    CeremonyId open(Claim claim, RecipientId recipient, Map<String, String> facts);

    void record(Claim claim, CeremonyId ceremony, JournalPoint point, Map<String, String> facts);

    /**
     * Closes the ceremony and settles its recipient, both or neither. One closed as UNCLEAR may be closed again when it is
     * reconciled. A PIN that is in escrow by then, and that nothing here needs any more, is deleted with it.
     */
    void close(Claim claim, CeremonyId ceremony, OutcomeRecord outcome);

    /** Returns the ceremonies of a request, in order. */
    List<CeremonyRecord> ceremoniesOf(RequestId request);

    /** Returns the ceremonies that were not closed, in order: those of a process that was killed. */
    List<CeremonyRecord> unfinished();
}
