package org.keyhopper.central.storage;

import java.util.List;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;

/** The audit trail. Entries are never changed or removed. */
public interface AuditTable {

    /**
     * Appends an event with its hash. Takes the lock on the end of the trail, under which the transactions of all instances
     * wait for each other: call it last.
     */
    AuditEntry append(AuditEvent event);

    /** Returns entries in order. */
    List<AuditEntry> after(long number, int limit);
}
