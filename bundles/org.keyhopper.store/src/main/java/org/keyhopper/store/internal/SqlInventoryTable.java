package org.keyhopper.store.internal;

import java.util.List;
import org.keyhopper.central.storage.InventoryTable;

/** The rows of {@code inventory} with the sites of their requests. */
record SqlInventoryTable(Transaction in) implements InventoryTable {

    @Override
    public List<InventoryTable.Row> after(String credential, int limit) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT i.*, d.site FROM inventory i LEFT JOIN request_details d ON d.request = i.request"
                        + " WHERE i.credential > ? ORDER BY i.credential LIMIT ?",
                row -> new InventoryTable.Row(
                        row.text("credential"),
                        SqlInventory.entry(row),
                        row.maybe("site").orElse("")),
                credential,
                limit));
    }
}
