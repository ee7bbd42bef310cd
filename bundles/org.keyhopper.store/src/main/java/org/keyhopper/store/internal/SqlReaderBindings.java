package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Station;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The readers behind printers in this computer's own database: another station may have readers and printers of the same names. */
@Component(service = ReaderBindings.class)
public final class SqlReaderBindings implements ReaderBindings {

    private final Database database;

    @Activate
    public SqlReaderBindings(@Reference org.keyhopper.store.internal.Station station) {
        database = station.local();
    }

    @Override
    public Optional<ReaderBinding> find(String printer, Station station) {
        return database.read(in -> in.first(
                "SELECT * FROM reader_binding WHERE printer = ? AND station = ?",
                SqlReaderBindings::binding,
                printer,
                station));
    }

    @Override
    public List<ReaderBinding> list() {
        return database.read(
                in -> in.list("SELECT * FROM reader_binding ORDER BY printer, station", SqlReaderBindings::binding));
    }

    @Override
    public void put(ReaderBinding binding) {
        database.change(in -> {
            in.update(
                    "DELETE FROM reader_binding WHERE printer = ? AND station = ? OR reader = ?",
                    binding.printer(),
                    binding.station(),
                    binding.reader());
            in.update(
                    "INSERT INTO reader_binding (printer, station, reader, learned) VALUES (?, ?, ?, ?)",
                    binding.printer(),
                    binding.station(),
                    binding.reader(),
                    binding.learned());
        });
    }

    @Override
    public void remove(String printer, Station station) {
        database.change(
                in -> in.update("DELETE FROM reader_binding WHERE printer = ? AND station = ?", printer, station));
    }

    private static ReaderBinding binding(Row row) throws SQLException {
        return new ReaderBinding(
                row.text("printer"),
                row.constant(Station.class, "station"),
                row.text("reader"),
                row.instant("learned"));
    }
}
