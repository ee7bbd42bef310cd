package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;

/** The journal in the station's database. */
public final class SqlJournal implements Journal {

    private static final String UNCLEAR = "EXISTS (SELECT 1 FROM recipient r WHERE r.request = ceremony.request"
            + " AND r.position = ceremony.position AND r.outcome = 'UNCLEAR')"
            + " AND NOT EXISTS (SELECT 1 FROM ceremony l WHERE l.request = ceremony.request"
            + " AND l.position = ceremony.position AND l.id > ceremony.id)";

    private final Database database;
    private final Claims claims;
    private final StaleWrites staleWrites;
    private final StationTrail trail;
    private final Liveness liveness;
    private final Clock clock;

    public SqlJournal(StoreContext station) {
        database = station.database();
        claims = station.claims();
        staleWrites = station.staleWrites();
        trail = station.trail();
        liveness = station.liveness();
        clock = station.clock();
    }

    @Override
    public CeremonyId open(Claim claim, RecipientId recipient, Map<String, String> facts) {
        return database.write(in -> {
            Claims.require(in, claim, recipient);
            markUnclear(in, recipient);
            CeremonyId ceremony = new CeremonyId(in.next("ceremony"));
            insert(in, claim, ceremony, recipient);
            append(in, ceremony, JournalPoint.STARTED, facts);
            trail.add(in, StationAction.ENROLMENT_BEGUN, StationTrail.subject(recipient), identified(facts));
            return ceremony;
        });
    }

    @Override
    public void record(Claim claim, CeremonyId ceremony, JournalPoint point, Map<String, String> facts) {
        staleWrites.guard(claim, "record " + point, facts, in -> {
            Claims.require(in, claim);
            Claims.require(in, claim, recipientOfOpen(in, ceremony));
            append(in, ceremony, point, facts);
        });
    }

    @Override
    public void close(Claim claim, CeremonyId ceremony, OutcomeRecord outcome) {
        boolean[] wiped = {false};
        staleWrites.guard(claim, "close", Settlements.facts(outcome), in -> {
            Claims.require(in, claim);
            RecipientId recipient = recipientOfUnsettled(in, ceremony);
            Claims.require(in, claim, recipient);
            in.update("UPDATE ceremony SET closed = 1 WHERE id = ?", ceremony.value());
            Settlements.add(in, recipient, Optional.of(ceremony), outcome);
            trail.add(in, StationAction.ENROLMENT_ENDED, StationTrail.subject(recipient), Settlements.facts(outcome));
            wiped[0] = outcome.outcome() != Outcome.UNCLEAR && leaveToEscrow(in, ceremony)
                    || outcome.outcome() == Outcome.PROVISIONED && leaveToCentral(in, ceremony);
        });
        if (wiped[0]) {
            database.dropOldPages();
        }
    }

    /** Deletes the PIN that this station can open, if it is in escrow: it was needed only until the ceremony was settled. */
    private static boolean leaveToEscrow(Transaction in, CeremonyId ceremony) throws SQLException {
        return in.update(
                        "DELETE FROM pin WHERE ceremony = ? AND ceremony IN (SELECT s.ceremony FROM sealed_pin s)",
                        ceremony.value())
                > 0;
    }

    /** Deletes the PIN of someone who is provisioned, if the PIN office of Central can find it. */
    private static boolean leaveToCentral(Transaction in, CeremonyId ceremony) throws SQLException {
        boolean inEscrow = entries(in, ceremony).stream()
                .anyMatch(entry -> Boolean.parseBoolean(entry.facts().get(JournalFacts.PIN_IN_ESCROW)));
        return inEscrow && in.update("DELETE FROM pin WHERE ceremony = ?", ceremony.value()) > 0;
    }

    /** The same for the ceremony that made the passkey with which Central reports someone as provisioned. */
    static boolean leaveToCentral(Transaction in, RecipientId recipient, CredentialId made) throws SQLException {
        boolean deleted = false;
        for (CeremonyRecord ceremony : records(
                in, ceremonies(in, "WHERE request = ? AND position = ?", recipient.request(), recipient.position()))) {
            if (ceremony.fact(JournalFacts.CREDENTIAL_ID).equals(Optional.of(made.base64Url()))) {
                deleted |= leaveToCentral(in, ceremony.id());
            }
        }
        return deleted;
    }

    @Override
    public List<CeremonyRecord> ceremoniesOf(RequestId request) {
        return database.read(in -> records(in, ceremonies(in, "WHERE request = ?", request)));
    }

    /** Leaves out ceremonies under a current claim, and those of recipients that another living user of the store has claimed. */
    @Override
    public List<CeremonyRecord> unfinished() {
        return database.read(in -> {
            List<Ceremony> abandoned = new ArrayList<>();
            for (Ceremony ceremony : ceremonies(in, "WHERE closed = 0")) {
                if (!claims.isInHand(in, ceremony.recipient(), ceremony.claim())) {
                    abandoned.add(ceremony);
                }
            }
            return records(in, abandoned);
        });
    }

    /** The directory's id of the person, and the device; no name. */
    private static Map<String, String> identified(Map<String, String> facts) {
        Map<String, String> kept = new TreeMap<>(facts);
        kept.keySet().retainAll(List.of(JournalFacts.USER_ID, JournalFacts.AAGUID, JournalFacts.SERIAL));
        return kept;
    }

    private static void markUnclear(Transaction in, RecipientId recipient) throws SQLException {
        int changed = in.update(
                "UPDATE recipient SET outcome = ? WHERE request = ? AND position = ? AND outcome = ?",
                Outcome.UNCLEAR,
                recipient.request(),
                recipient.position(),
                Outcome.PENDING);
        if (changed == 0) {
            throw new StoreException(
                    "Person " + recipient.position() + " of request " + recipient.request() + " is not pending.");
        }
    }

    private void insert(Transaction in, Claim claim, CeremonyId ceremony, RecipientId recipient) throws SQLException {
        in.update(
                "INSERT INTO ceremony (id, request, position, holder, claim, closed) VALUES (?, ?, ?, ?, ?, 0)",
                ceremony.value(),
                recipient.request(),
                recipient.position(),
                liveness.token(),
                claim.number());
    }

    private void append(Transaction in, CeremonyId ceremony, JournalPoint point, Map<String, String> facts)
            throws SQLException {
        in.update(
                "INSERT INTO journal_entry (number, ceremony, point, facts, written) VALUES (?, ?, ?, ?, ?)",
                in.next("entry"),
                ceremony.value(),
                point,
                Json.of(facts),
                clock.instant());
    }

    private static RecipientId recipientOfOpen(Transaction in, CeremonyId ceremony) throws SQLException {
        return recipientOf(ceremonies(in, "WHERE id = ? AND closed = 0", ceremony.value()), ceremony);
    }

    /** Also one closed as unclear can be settled, as long as its recipient had no later one. */
    private static RecipientId recipientOfUnsettled(Transaction in, CeremonyId ceremony) throws SQLException {
        return recipientOf(
                ceremonies(in, "WHERE id = ? AND (closed = 0 OR " + UNCLEAR + ")", ceremony.value()), ceremony);
    }

    private static RecipientId recipientOf(List<Ceremony> found, CeremonyId ceremony) {
        return found.stream()
                .map(Ceremony::recipient)
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        "Enrolment " + ceremony.value() + " was already brought to an end, or its request removed."));
    }

    private static List<Ceremony> ceremonies(Transaction in, String where, Object... values) throws SQLException {
        return in.list("SELECT * FROM ceremony " + where + " ORDER BY id", Ceremony::read, values);
    }

    private static List<CeremonyRecord> records(Transaction in, List<Ceremony> ceremonies) throws SQLException {
        List<CeremonyRecord> records = new ArrayList<>();
        for (Ceremony ceremony : ceremonies) {
            records.add(new CeremonyRecord(
                    ceremony.id(), ceremony.recipient(), ceremony.closed(), entries(in, ceremony.id())));
        }
        return records;
    }

    private static List<JournalEntry> entries(Transaction in, CeremonyId ceremony) throws SQLException {
        return in.list(
                "SELECT * FROM journal_entry WHERE ceremony = ? ORDER BY number", SqlJournal::entry, ceremony.value());
    }

    private static JournalEntry entry(Row row) throws SQLException {
        return verified(row.verified(ProtectedTable.JOURNAL_ENTRY));
    }

    private static JournalEntry verified(Row row) throws SQLException {
        return new JournalEntry(
                row.constant(JournalPoint.class, "point"), Json.map(row.text("facts")), row.instant("written"));
    }

    /** Returns the entries of all ceremonies with a higher number, in order. */
    static List<NumberedEntry> after(Transaction in, long number, int limit) throws SQLException {
        return in.list(
                "SELECT e.*, c.request AS of_request, c.position AS of_position FROM journal_entry e"
                        + " JOIN ceremony c ON c.id = e.ceremony WHERE e.number > ? ORDER BY e.number LIMIT ?",
                row -> new NumberedEntry(
                        row.longNumber("number"),
                        new CeremonyId(row.longNumber("ceremony")),
                        new RecipientId(new RequestId(row.text("of_request")), row.number("of_position")),
                        verified(row.verifiedBeside("of_", ProtectedTable.JOURNAL_ENTRY))),
                number,
                limit);
    }

    private record Ceremony(CeremonyId id, RecipientId recipient, Optional<Long> claim, boolean closed) {

        static Ceremony read(Row unverified) throws SQLException {
            Row row = unverified.verified(ProtectedTable.CEREMONY);
            return new Ceremony(
                    new CeremonyId(row.longNumber("id")),
                    new RecipientId(new RequestId(row.text("request")), row.number("position")),
                    row.maybe("claim").map(Long::valueOf),
                    row.flag("closed"));
        }
    }
}
