package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.storage.InventoryTable;

/** The rows of {@code inventory} with the sites of their requests. */
record SqlInventoryTable(Transaction in) implements InventoryTable {

    private static final String SELECT =
            "SELECT i.*, d.site FROM inventory i LEFT JOIN request_details d ON d.request = i.request ";

    @Override
    public List<InventoryTable.Row> after(String credential, int limit) {
        return SqlFailure.wrap(() -> in.list(
                SELECT + "WHERE i.credential > ? ORDER BY i.credential LIMIT ?",
                SqlInventoryTable::read,
                credential,
                limit));
    }

    @Override
    public Optional<InventoryTable.Row> find(String credential) {
        return SqlFailure.wrap(() -> in.first(SELECT + "WHERE i.credential = ?", SqlInventoryTable::read, credential));
    }

    private static InventoryTable.Row read(org.keyhopper.store.internal.Row row) throws SQLException {
        return new InventoryTable.Row(
                row.text("credential"),
                SqlInventory.entry(row),
                row.maybe("site").orElse(""));
    }
}
