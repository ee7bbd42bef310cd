package org.keyhopper.store.internal;

import com.google.gson.Gson;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.central.station.StationEntry;
import org.keyhopper.central.station.StationReport;
import org.keyhopper.central.storage.StationReportTable;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The rows of {@code station_report}, {@code station_printer} and {@code station_journal}. */
record SqlStationReportTable(Transaction in) implements StationReportTable {

    private static final Gson GSON = new Gson();

    @Override
    public void put(String station, StationReport report) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM station_printer WHERE station = ?", station);
            in.update(
                    "INSERT INTO station_report (station, reported) VALUES (?, ?)"
                            + " ON CONFLICT (station) DO UPDATE SET reported = excluded.reported",
                    station,
                    report.reported());
            int place = 0;
            for (PrinterReport printer : report.printers()) {
                in.update(
                        "INSERT INTO station_printer (station, place, address, name, state, conditions, output, rejected)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        station,
                        place++,
                        printer.address(),
                        printer.name(),
                        printer.state(),
                        GSON.toJson(printer.conditions()),
                        printer.output(),
                        printer.rejected());
            }
            return place;
        });
    }

    @Override
    public Optional<StationReport> find(String station) {
        return SqlFailure.wrap(() -> {
            Optional<Instant> reported = in.first(
                    "SELECT reported FROM station_report WHERE station = ?", row -> row.instant("reported"), station);
            List<PrinterReport> printers = in.list(
                    "SELECT * FROM station_printer WHERE station = ? ORDER BY place",
                    SqlStationReportTable::printer,
                    station);
            return reported.map(at -> new StationReport(at, printers));
        });
    }

    private static PrinterReport printer(Row row) throws SQLException {
        return new PrinterReport(
                row.text("address"),
                row.text("name"),
                row.constant(PrinterStatus.State.class, "state"),
                List.of(GSON.fromJson(row.text("conditions"), PrinterReport.Condition[].class)),
                row.number("output"),
                row.number("rejected"));
    }

    @Override
    public boolean add(String station, NumberedEntry entry) {
        return SqlFailure.wrap(() -> in.update(
                        "INSERT INTO station_journal (station, number, ceremony, request, position, point, facts, written)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (station, number) DO NOTHING",
                        station,
                        entry.number(),
                        entry.ceremony().value(),
                        entry.recipient().request(),
                        entry.recipient().position(),
                        entry.entry().point(),
                        Json.of(entry.entry().facts()),
                        entry.entry().at())
                == 1);
    }

    @Override
    public long last(String station) {
        return SqlFailure.wrap(() -> in.first(
                        "SELECT COALESCE(MAX(number), 0) AS last FROM station_journal WHERE station = ?",
                        row -> row.longNumber("last"),
                        station))
                .orElse(0L);
    }

    @Override
    public List<StationEntry> journal(RecipientId recipient) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM station_journal WHERE request = ? AND position = ? ORDER BY written, number",
                SqlStationReportTable::entry,
                recipient.request(),
                recipient.position()));
    }

    private static StationEntry entry(Row row) throws SQLException {
        RecipientId recipient = new RecipientId(new RequestId(row.text("request")), row.number("position"));
        JournalEntry entry = new JournalEntry(
                row.constant(JournalPoint.class, "point"), Json.map(row.text("facts")), row.instant("written"));
        return new StationEntry(
                row.text("station"),
                new NumberedEntry(
                        row.longNumber("number"), new CeremonyId(row.longNumber("ceremony")), recipient, entry));
    }
}
