package org.keyhopper.central.storage;

import java.time.Instant;
import org.keyhopper.central.records.RecordKind;

/** Records that are too old. */
public interface RetentionTable {

    /** Removes records of a kind from before a time, up to a limit; returns how many. */
    int remove(RecordKind kind, Instant before, int limit);
}
