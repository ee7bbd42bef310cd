package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;

/** The reader bindings, in the local database: readers and printers of other computers may have the same names. */
public final class SqlReaderBindings implements ReaderBindings {

    private final Database database;

    public SqlReaderBindings(StoreContext station) {
        database = station.database();
    }

    @Override
    public Optional<ReaderBinding> find(String printer, Encoder encoder) {
        return database.read(in -> in.first(
                "SELECT * FROM reader_binding WHERE printer = ? AND encoder = ?",
                SqlReaderBindings::binding,
                printer,
                encoder));
    }

    @Override
    public List<ReaderBinding> list() {
        return database.read(
                in -> in.list("SELECT * FROM reader_binding ORDER BY printer, encoder", SqlReaderBindings::binding));
    }

    @Override
    public void put(ReaderBinding binding) {
        database.change(in -> {
            in.update(
                    "DELETE FROM reader_binding WHERE printer = ? AND encoder = ? OR reader = ?",
                    binding.printer(),
                    binding.encoder(),
                    binding.reader());
            in.update(
                    "INSERT INTO reader_binding (printer, encoder, reader, learned) VALUES (?, ?, ?, ?)",
                    binding.printer(),
                    binding.encoder(),
                    binding.reader(),
                    binding.learned());
        });
    }

    @Override
    public void remove(String printer, Encoder encoder) {
        database.change(
                in -> in.update("DELETE FROM reader_binding WHERE printer = ? AND encoder = ?", printer, encoder));
    }

    private static ReaderBinding binding(Row unverified) throws SQLException {
        Row row = unverified.verified(ProtectedTable.READER_BINDING);
        return new ReaderBinding(
                row.text("printer"),
                row.constant(Encoder.class, "encoder"),
                row.text("reader"),
                row.instant("learned"));
    }
}
