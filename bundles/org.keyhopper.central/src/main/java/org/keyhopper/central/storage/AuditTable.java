package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.List;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;

/** The audit trail. Entries are never changed, and removed only from the beginning. */
public interface AuditTable {

    /**
     * Appends an event with its hash. Takes the lock on the end of the trail, under which the transactions of all instances
     * wait for each other: call it last.
     */
    AuditEntry append(AuditEvent event);

    /**
     * Where the trail begins.
     *
     * @param number of the last entry that was removed, 0 if none was
     * @param hash of that entry
     */
    record Start(long number, String hash) {}

    Start start();

    /** Returns how often something was done since a time, not counting refusals. */
    int count(AuditAction action, Instant since);

    /** Returns the number of the first entry that was written at this time or later; Long.MAX_VALUE if there is none. */
    long firstSince(Instant time);

    /** Returns entries with a lower number, the latest first. */
    List<AuditEntry> before(long number, int limit);

    /** Returns entries on one subject, the latest first. Reads the whole trail. */
    List<AuditEntry> about(String subject, int limit);

    /**
     * Returns what was done, not refused, to subjects that begin with this, the latest first. Reads the whole trail.
     *
     * @param subject letters, digits, colons and slashes
     */
    List<AuditEntry> done(AuditAction action, String subject, int limit);

    /** Returns entries in order. */
    List<AuditEntry> after(long number, int limit);
}
