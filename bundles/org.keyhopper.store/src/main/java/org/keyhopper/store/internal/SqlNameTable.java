package org.keyhopper.store.internal;

import java.util.Optional;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.storage.NameTable;

/** The rows of {@code audit_name}. */
record SqlNameTable(Transaction in) implements NameTable {

    @Override
    public void put(String reference, String directory, Recipient recipient) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO audit_name (reference, directory, account, user_id, name) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (reference) DO UPDATE SET account = excluded.account,"
                        + " user_id = excluded.user_id, name = excluded.name",
                reference,
                directory,
                recipient.user(),
                recipient.userId(),
                recipient.name()));
    }

    @Override
    public Optional<String> find(String reference) {
        return SqlFailure.wrap(
                () -> in.first("SELECT name FROM audit_name WHERE reference = ?", row -> row.text("name"), reference));
    }
}
