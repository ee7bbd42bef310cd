package org.keyhopper.central.station;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keyhopper.core.central.PrinterReport;

/**
 * What a station reported last.
 *
 * @param reported by the clock of the database
 */
public record StationReport(Instant reported, List<PrinterReport> printers) {
    public StationReport {
        Objects.requireNonNull(reported);
        printers = List.copyOf(printers);
    }
}
