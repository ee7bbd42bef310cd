package org.keyhopper.central.records;

import java.util.Locale;

/** Kinds of records that have a time of their own after which they are removed. */
public enum RecordKind {
    /** Requests of which everything is done, with recipients and outcomes; counts from the last outcome. */
    REQUESTS,
    /** Devices in the inventory that are no longer in use; counts from the change of their state. */
    DEVICES,
    /** Writes under claims that were lost. */
    EVIDENCE,
    /** PINs in escrow; counts from when their receipt was confirmed, without that from when they were kept. */
    PINS,
    /** Entries at the beginning of the audit trail that all sinks have received. */
    AUDIT;

    /** Returns the name in the configuration. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
