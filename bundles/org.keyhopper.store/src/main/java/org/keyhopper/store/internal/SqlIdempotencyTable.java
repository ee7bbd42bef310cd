package org.keyhopper.store.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.central.storage.IdempotencyTable;

/** The rows of {@code idempotency_key}, each kept for a day. */
record SqlIdempotencyTable(Transaction in, CentralContext context) implements IdempotencyTable {

    private static final Duration KEPT = Duration.ofDays(1);

    @Override
    public Optional<Used> reserve(String caller, String key, String call) {
        return SqlFailure.wrap(() -> {
            Instant now = context.now(in);
            in.update("DELETE FROM idempotency_key WHERE written < ?", now.minus(KEPT));
            // Both databases know this clause, and wait for a transaction that has inserted the same.
            int added = in.update(
                    "INSERT INTO idempotency_key (caller, value, call, result, written) VALUES (?, ?, ?, '', ?)"
                            + " ON CONFLICT DO NOTHING",
                    caller,
                    key,
                    call,
                    now);
            return added == 1
                    ? Optional.empty()
                    : in.first(
                            "SELECT call, result FROM idempotency_key WHERE caller = ? AND value = ?",
                            row -> new Used(row.text("call"), row.text("result")),
                            caller,
                            key);
        });
    }

    @Override
    public void complete(String caller, String key, String result) {
        SqlFailure.wrap(() ->
                in.update("UPDATE idempotency_key SET result = ? WHERE caller = ? AND value = ?", result, caller, key));
    }

    @Override
    public void free(String caller, String key) {
        SqlFailure.wrap(() -> in.update("DELETE FROM idempotency_key WHERE caller = ? AND value = ?", caller, key));
    }
}
