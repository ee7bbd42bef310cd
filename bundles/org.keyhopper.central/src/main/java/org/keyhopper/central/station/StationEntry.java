package org.keyhopper.central.station;

import java.util.Objects;
import org.keyhopper.core.journal.NumberedEntry;

/** An entry of the journal of a station, as it was uploaded. */
public record StationEntry(String station, NumberedEntry entry) {
    public StationEntry {
        Objects.requireNonNull(station);
        Objects.requireNonNull(entry);
    }
}
