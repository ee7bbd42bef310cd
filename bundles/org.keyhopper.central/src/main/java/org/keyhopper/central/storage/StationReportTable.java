package org.keyhopper.central.storage;

import java.util.List;
import java.util.Optional;
import org.keyhopper.central.station.StationEntry;
import org.keyhopper.central.station.StationReport;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RecipientId;

/** What stations reported. */
public interface StationReportTable {

    /** Replaces the report of a station. */
    void put(String station, StationReport report);

    Optional<StationReport> find(String station);

    /** Adds an entry of a journal; returns false if there is one with its number. */
    boolean add(String station, NumberedEntry entry);

    /** Returns the highest number in the journal of a station; 0 if there is none. */
    long last(String station);

    /** Returns the entries of all stations for a recipient, in order of time. */
    List<StationEntry> journal(RecipientId recipient);
}
