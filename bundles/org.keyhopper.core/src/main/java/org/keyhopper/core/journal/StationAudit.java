package org.keyhopper.core.journal;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * The audit trail of a station: what was done, and from which account of the operating system. It is only added to, each
 * entry in the transaction that does what it records, and it outlives the requests and devices it is about. An entry holds no
 * secret and no name of a person: a recipient is named by request and position, and by the directory's own id. Blocking on the
 * store; any thread.
 */
public interface StationAudit {

    /**
     * An entry.
     *
     * @param number counts from 1 without a gap
     * @param account of the operating system that the process ran as
     * @param host the name of the computer
     * @param subject what it was done to, such as {@code recipient:R7K3M/4}
     * @param hash SHA-256 over the hash of the entry before and all of this one, as lower-case hexadecimal digits
     */
    record Entry(
            long number,
            Instant at,
            String account,
            String host,
            StationAction action,
            String subject,
            SortedMap<String, String> facts,
            String hash) {}

    /**
     * Returns entries in their order, all of which were verified.
     *
     * @param number only entries with a higher number
     * @throws org.keyhopper.core.request.StoreException naming an entry that another program has changed
     */
    List<Entry> after(long number, int limit);

    /** Returns the number of the first entry that is missing; empty if none is. Seconds for a large trail. */
    OptionalLong firstMissing();
}
