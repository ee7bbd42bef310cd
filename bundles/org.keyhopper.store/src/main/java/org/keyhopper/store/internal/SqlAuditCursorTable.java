package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.keyhopper.central.storage.AuditCursorTable;

/** The rows of {@code audit_cursor}. */
record SqlAuditCursorTable(Transaction in, CentralContext context) implements AuditCursorTable {

    @Override
    public OptionalLong take(String sink, Duration time) {
        return SqlFailure.wrap(() -> {
            in.update("INSERT INTO audit_cursor (sink, number) VALUES (?, 0) ON CONFLICT DO NOTHING", sink);
            String me = context.workers().token();
            Instant now = context.now(in);
            int taken = in.update(
                    "UPDATE audit_cursor SET worker = ?, until = ? WHERE sink = ?"
                            + " AND (worker IS NULL OR worker = ? OR until < ?)",
                    me,
                    now.plus(time),
                    sink,
                    me,
                    now);
            return taken == 0 ? OptionalLong.empty() : OptionalLong.of(number(sink));
        });
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
