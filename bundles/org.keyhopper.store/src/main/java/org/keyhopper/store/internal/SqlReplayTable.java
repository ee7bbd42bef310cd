package org.keyhopper.store.internal;

import java.time.Instant;
import org.keyhopper.central.storage.ReplayTable;

/** The rows of {@code used_value}. */
record SqlReplayTable(Transaction in, CentralContext context) implements ReplayTable {

    @Override
    public boolean use(String kind, String value, Instant expires) {
        return SqlFailure.wrap(() -> {
            in.update("DELETE FROM used_value WHERE expires < ?", context.now(in));
            // Both databases know this clause, and wait for a transaction that has inserted the same.
            return in.update(
                            "INSERT INTO used_value (kind, value, expires) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                            kind,
                            value,
                            expires)
                    == 1;
        });
    }
}
