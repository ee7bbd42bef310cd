package org.keyhopper.core.records;

import java.util.List;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.ProvisioningRequest;

/**
 * What a station keeps for the Central it has joined, apart from its own records: a mirror of the requests it works on, their
 * journal, PINs and inventory, and the membership. Any thread; failures are {@link org.keyhopper.core.request.StoreException}.
 */
public interface CentralRecords {

    /** Returns whether there are any. Fast. */
    boolean exists();

    /** Returns the records, which are created with the first write. Reader bindings and metadata among them are not used. */
    StationRecords records();

    /** Returns the secrets of the membership. */
    Secrets secrets();

    /**
     * Makes the mirror of a request equal to what Central reported, except for recipients that are claimed here or whose
     * ceremony is not finished.
     */
    void mirror(ProvisioningRequest request);

    /** Returns entries of the journal with a higher number, in order. */
    List<NumberedEntry> journalAfter(long number, int limit);

    /** Removes all of it for good. */
    void remove();
}
