package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyhopper.central.storage.AuditCursorTable;

/** The rows of {@code audit_cursor}. */
record SqlAuditCursorTable(Transaction in, CentralContext context) implements AuditCursorTable {

    @Override
    public OptionalLong take(String sink, Duration time) {
        return SqlFailure.wrap(() -> {
            in.update("INSERT INTO audit_cursor (sink, number) VALUES (?, 0) ON CONFLICT DO NOTHING", sink);
            Instant now = context.now(in);
            if (isTaken(sink, now)) {
                return OptionalLong.empty();
            }
            in.update(
                    "UPDATE audit_cursor SET worker = ?, until = ? WHERE sink = ?",
                    context.workers().token(),
                    now.plus(time),
                    sink);
            return OptionalLong.of(number(sink));
        });
    }

    /** Returns whether another instance delivers; one that has ended does not. Locks the row. */
    private boolean isTaken(String sink, Instant now) throws SQLException {
        Optional<String> worker = in.first(
                        "SELECT worker, until FROM audit_cursor WHERE sink = ?" + context.rowLock(),
                        row -> row.maybe("worker")
                                .filter(it -> !it.equals(context.workers().token()))
                                .filter(it -> isLater(row, now)),
                        sink)
                .orElseThrow();
        return worker.isPresent() && context.workers().lives(in, worker.get());
    }

    private static boolean isLater(Row row, Instant now) {
        return SqlFailure.wrap(() -> !row.instant("until").isBefore(now));
    }

    private long number(String sink) throws SQLException {
        return in.first("SELECT number FROM audit_cursor WHERE sink = ?", row -> row.longNumber("number"), sink)
                .orElseThrow();
    }

    @Override
    public boolean advance(String sink, long number) {
        return SqlFailure.wrap(() -> in.update(
                        "UPDATE audit_cursor SET number = ? WHERE sink = ? AND worker = ?",
                        number,
                        sink,
                        context.workers().token())
                == 1);
    }

    @Override
    public long newest() {
        return SqlFailure.wrap(() -> in.last("audit"));
    }
}
