package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.central.storage.RestorationTable;

/** The rows of {@code restoration}. */
record SqlRestorationTable(Transaction in, CentralContext context) implements RestorationTable {

    @Override
    public List<Restoration> open() {
        return SqlFailure.wrap(() -> in.list(
                "SELECT backup_made, restored FROM restoration WHERE checked IS NULL ORDER BY number",
                row -> new Restoration(row.instant("backup_made"), row.instant("restored"))));
    }

    @Override
    public boolean isInInventory(String directory, RegisteredPasskey passkey) {
        return SqlFailure.wrap(() -> {
            for (CredentialId id : passkey.credentialIds()) {
                if (isFound("SELECT credential FROM inventory WHERE credential = ?", id)) {
                    return true;
                }
            }
            return isFound(
                    "SELECT credential FROM inventory WHERE directory = ? AND passkey = ?", directory, passkey.id());
        });
    }

    private boolean isFound(String sql, Object... values) throws SQLException {
        return in.first(sql, row -> row.text("credential"), values).isPresent();
    }

    @Override
    public int end() {
        return SqlFailure.wrap(
                () -> in.update("UPDATE restoration SET checked = ? WHERE checked IS NULL", context.now(in)));
    }
}
