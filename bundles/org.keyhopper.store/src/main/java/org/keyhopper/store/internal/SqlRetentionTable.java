package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.records.RecordKind;
import org.keyhopper.central.storage.RetentionTable;

/** Removes old rows; the inner query keeps the limit, which DELETE has in neither database. */
record SqlRetentionTable(Transaction in) implements RetentionTable {

    @Override
    public int remove(RecordKind kind, Instant before, int limit) {
        return SqlFailure.wrap(() -> switch (kind) {
            case REQUESTS ->
                in.update(
                        "DELETE FROM request WHERE id IN (SELECT r.id FROM request r WHERE r.created < ?"
                                + " AND NOT EXISTS (SELECT 1 FROM recipient p WHERE p.request = r.id"
                                + " AND p.outcome IN ('PENDING', 'UNCLEAR'))"
                                + " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.request = r.id)"
                                + " AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.request = r.id AND s.ended >= ?)"
                                + " ORDER BY r.number LIMIT ?)",
                        before,
                        before,
                        limit);
            case DEVICES ->
                in.update(
                        "DELETE FROM inventory WHERE credential IN (SELECT credential FROM inventory"
                                + " WHERE state <> 'IN_USE' AND since < ? LIMIT ?)",
                        before,
                        limit);
            case EVIDENCE ->
                in.update(
                        "DELETE FROM stale_write WHERE number IN (SELECT number FROM stale_write WHERE refused < ?"
                                + " ORDER BY number LIMIT ?)",
                        before,
                        limit);
            case PINS ->
                pins("pick_up", "kept", before, limit)
                        + pins("escrowed_pin", "COALESCE(received, kept)", before, limit);
            case AUDIT -> trim(before, limit);
        });
    }

    private int pins(String table, String time, Instant before, int limit) throws SQLException {
        return in.update(
                "DELETE FROM " + table + " WHERE claim IN (SELECT claim FROM " + table + " WHERE " + time
                        + " < ? ORDER BY claim LIMIT ?)",
                before,
                limit);
    }

    /** Sinks that were not used since do not count. The trail begins later, with the hash before its first entry, so that what is left can be verified. */
    private int trim(Instant before, int limit) throws SQLException {
        in.update("UPDATE counter SET value = value WHERE name = 'audit'");
        Optional<Long> delivered = in.first(
                "SELECT MIN(number) AS number FROM audit_cursor WHERE until >= ? HAVING COUNT(*) > 0",
                row -> row.longNumber("number"),
                before);
        List<Long> old = in.list(
                "SELECT number FROM audit_event WHERE written < ? AND number <= ? ORDER BY number LIMIT ?",
                row -> row.longNumber("number"),
                before,
                delivered.orElse(Long.MAX_VALUE),
                limit);
        if (old.isEmpty()) {
            return 0;
        }
        in.update("DELETE FROM audit_start");
        in.update(
                "INSERT INTO audit_start (number, hash) SELECT number, hash FROM audit_event WHERE number = ?",
                old.getLast());
        return in.update("DELETE FROM audit_event WHERE number <= ?", old.getLast());
    }
}
