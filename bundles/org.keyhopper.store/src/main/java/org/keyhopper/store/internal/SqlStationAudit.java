package org.keyhopper.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.keyhopper.core.journal.OperatingSystemAccount;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.journal.StationAudit;

/** The rows of {@code station_audit}, in a chain of hashes that their MACs cover. */
final class SqlStationAudit implements StationAudit, StationTrail {

    private static final String COUNTER = "station_audit";
    private static final int AT_ONCE = 1000;

    private final Database database;
    private final Clock clock;

    SqlStationAudit(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(Transaction in, StationAction action, String subject, Map<String, String> facts)
            throws SQLException {
        Entry entry = new Entry(
                in.next(COUNTER),
                clock.instant(),
                OperatingSystemAccount.name(),
                HostName.LOCAL,
                action,
                subject,
                new TreeMap<>(facts),
                "");
        in.update(
                "INSERT INTO station_audit (number, written, account, host, action, subject, facts, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                entry.number(),
                entry.at(),
                entry.account(),
                entry.host(),
                entry.action(),
                entry.subject(),
                Json.of(entry.facts()),
                hash(hashOf(in, entry.number() - 1), entry));
    }

    private static String hashOf(Transaction in, long number) throws SQLException {
        return in.first("SELECT hash FROM station_audit WHERE number = ?", row -> row.text("hash"), number)
                .orElse("");
    }

    private static String hash(String before, Entry entry) {
        StringBuilder text = new StringBuilder();
        for (String part : List.of(
                before,
                Long.toString(entry.number()),
                entry.at().toString(),
                entry.account(),
                entry.host(),
                entry.action().name(),
                entry.subject(),
                Json.of(entry.facts()))) {
            text.append(part.length()).append(':').append(part);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Entry> after(long number, int limit) {
        return database.read(in -> after(in, number, limit));
    }

    private static List<Entry> after(Transaction in, long number, int limit) throws SQLException {
        return in.list(
                "SELECT * FROM station_audit WHERE number > ? ORDER BY number LIMIT ?",
                SqlStationAudit::read,
                number,
                limit);
    }

    @Override
    public OptionalLong firstMissing() {
        return database.read(in -> {
            long expected = 1;
            String before = "";
            List<Entry> next = after(in, 0, AT_ONCE);
            while (!next.isEmpty()) {
                for (Entry each : next) {
                    if (each.number() != expected || !each.hash().equals(hash(before, each))) {
                        return OptionalLong.of(expected);
                    }
                    before = each.hash();
                    expected++;
                }
                next = after(in, expected - 1, AT_ONCE);
            }
            return in.last(COUNTER) < expected ? OptionalLong.empty() : OptionalLong.of(expected);
        });
    }

    private static Entry read(Row unverified) throws SQLException {
        Row row = unverified.verified(ProtectedTable.STATION_AUDIT);
        return new Entry(
                row.longNumber("number"),
                row.instant("written"),
                row.text("account"),
                row.text("host"),
                row.constant(StationAction.class, "action"),
                row.text("subject"),
                new TreeMap<>(Json.map(row.text("facts"))),
                row.text("hash"));
    }
}
