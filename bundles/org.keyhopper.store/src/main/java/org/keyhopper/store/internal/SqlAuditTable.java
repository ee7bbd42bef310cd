package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.storage.AuditTable;

/** The rows of {@code audit_event}, which are only added to. */
record SqlAuditTable(Transaction in, CentralContext context) implements AuditTable {

    @Override
    public AuditEntry append(AuditEvent event) {
        return SqlFailure.wrap(() -> {
            // Locks the counter: the row before is committed, and no other comes between.
            long number = in.next("audit");
            Instant now = context.now(in);
            String hash = AuditChain.hash(hashOf(number - 1), number, now, event);
            in.update(
                    "INSERT INTO audit_event (number, written, actor, action, subject, problem, facts, call_id, hash)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    number,
                    now,
                    event.actor(),
                    event.action(),
                    event.subject(),
                    event.problem(),
                    Json.of(event.facts()),
                    event.call(),
                    hash);
            return new AuditEntry(number, now, event, hash);
        });
    }

    private String hashOf(long number) throws SQLException {
        return in.first("SELECT hash FROM audit_event WHERE number = ?", row -> row.text("hash"), number)
                .orElseGet(() -> start().hash());
    }

    @Override
    public Start start() {
        return SqlFailure.wrap(() -> in.first(
                        "SELECT number, hash FROM audit_start",
                        row -> new Start(row.longNumber("number"), row.text("hash")))
                .orElse(new Start(0, AuditChain.START)));
    }

    @Override
    public int count(AuditAction action, Instant since) {
        return SqlFailure.wrap(() -> in.first(
                        "SELECT COUNT(*) AS found FROM audit_event WHERE action = ? AND problem IS NULL AND written >"
                                + " ?",
                        row -> row.number("found"),
                        action,
                        since)
                .orElseThrow());
    }

    @Override
    public List<AuditEntry> after(long number, int limit) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM audit_event WHERE number > ? ORDER BY number LIMIT ?",
                SqlAuditTable::entry,
                number,
                limit));
    }

    @Override
    public List<AuditEntry> about(String subject, int limit) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM audit_event WHERE subject = ? ORDER BY number DESC LIMIT ?",
                SqlAuditTable::entry,
                subject,
                limit));
    }

    @Override
    public List<AuditEntry> done(AuditAction action, String subject, int limit) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM audit_event WHERE action = ? AND problem IS NULL AND subject LIKE ?"
                        + " ORDER BY number DESC LIMIT ?",
                SqlAuditTable::entry,
                action,
                subject + "%",
                limit));
    }

    @Override
    public long firstSince(Instant time) {
        return SqlFailure.wrap(() -> in.first(
                        "SELECT number FROM audit_event WHERE written >= ? ORDER BY number LIMIT 1",
                        row -> row.longNumber("number"),
                        time)
                .orElse(Long.MAX_VALUE));
    }

    @Override
    public List<AuditEntry> before(long number, int limit) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM audit_event WHERE number < ? ORDER BY number DESC LIMIT ?",
                SqlAuditTable::entry,
                number,
                limit));
    }

    private static AuditEntry entry(Row row) throws SQLException {
        AuditEvent event = new AuditEvent(
                row.text("actor"),
                row.constant(AuditAction.class, "action"),
                row.text("subject"),
                row.maybe("problem"),
                new TreeMap<>(Json.map(row.text("facts"))),
                row.text("call_id"));
        return new AuditEntry(row.longNumber("number"), row.instant("written"), event, row.text("hash"));
    }
}
