package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests.Lease;
import org.keyhopper.core.request.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal in the station's database. */
@Component(service = Journal.class)
public final class SqlJournal implements Journal {

    private static final String UNCLEAR = "EXISTS (SELECT 1 FROM recipient r WHERE r.request = ceremony.request"
            + " AND r.position = ceremony.position AND r.outcome = 'UNCLEAR')"
            + " AND NOT EXISTS (SELECT 1 FROM ceremony l WHERE l.request = ceremony.request"
            + " AND l.position = ceremony.position AND l.id > ceremony.id)";

    private final Database database;
    private final Leases leases;
    private final Claims claims;
    private final StaleWrites staleWrites;
    private final Liveness presence;
    private final Clock clock;

    @Activate
    public SqlJournal(@Reference StoreContext station) {
        database = station.database();
        leases = station.leases();
        claims = station.claims();
        staleWrites = station.staleWrites();
        presence = station.presence();
        clock = station.clock();
    }

    @Override
    public CeremonyId open(Lease lease, RecipientId recipient, Map<String, String> facts) {
        return database.write(in -> {
            leases.require(in, lease, recipient);
            markUnclear(in, recipient);
            CeremonyId ceremony = new CeremonyId(in.next("ceremony"));
            insert(in, lease, ceremony, recipient);
            append(in, ceremony, JournalPoint.STARTED, facts);
            return ceremony;
        });
    }

    @Override
    public void record(Lease lease, CeremonyId ceremony, JournalPoint point, Map<String, String> facts) {
        staleWrites.guard(lease, "record " + point, facts, in -> {
            leases.require(in, lease);
            Leases.refuseUnlessOf(lease, recipientOfOpen(in, ceremony));
            append(in, ceremony, point, facts);
        });
    }

    @Override
    public void close(Lease lease, CeremonyId ceremony, OutcomeRecord outcome) {
        staleWrites.guard(lease, "close", Settlements.facts(outcome), in -> {
            leases.require(in, lease);
            RecipientId recipient = recipientOfUnsettled(in, ceremony);
            Leases.refuseUnlessOf(lease, recipient);
            in.update("UPDATE ceremony SET closed = 1 WHERE id = ?", ceremony.value());
            Settlements.add(in, recipient, Optional.of(ceremony), outcome);
        });
    }

    @Override
    public List<CeremonyRecord> ceremoniesOf(RequestId request) {
        return database.read(in -> records(in, ceremonies(in, "WHERE request = ?", request)));
    }

    /**
     * Leaves out what is being worked on: ceremonies of a claim or lease that is current, and all of a recipient or request
     * that another living user of the store has claimed or leased.
     */
    @Override
    public List<CeremonyRecord> unfinished() {
        return database.read(in -> {
            List<Ceremony> abandoned = new ArrayList<>();
            for (Ceremony ceremony : ceremonies(in, "WHERE closed = 0")) {
                if (!isInHand(in, ceremony)) {
                    abandoned.add(ceremony);
                }
            }
            return records(in, abandoned);
        });
    }

    private boolean isInHand(Transaction in, Ceremony ceremony) throws SQLException {
        if (claims.isInHand(in, ceremony.recipient(), ceremony.lease())) {
            return true;
        }
        Optional<Leases.Held> lease = leases.of(in, ceremony.recipient().request());
        return lease.isPresent()
                && (!presence.isMine(lease.get().holder())
                        || ceremony.lease().equals(Optional.of(lease.get().number())));
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

    private void insert(Transaction in, Lease lease, CeremonyId ceremony, RecipientId recipient) throws SQLException {
        in.update(
                "INSERT INTO ceremony (id, request, position, holder, lease, closed) VALUES (?, ?, ?, ?, ?, 0)",
                ceremony.value(),
                recipient.request(),
                recipient.position(),
                presence.token(),
                lease.number());
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
                "SELECT * FROM journal_entry WHERE ceremony = ? ORDER BY number",
                row -> new JournalEntry(
                        row.constant(JournalPoint.class, "point"), Json.map(row.text("facts")), row.instant("written")),
                ceremony.value());
    }

    private record Ceremony(CeremonyId id, RecipientId recipient, Optional<Long> lease, boolean closed) {

        static Ceremony read(Row row) throws SQLException {
            return new Ceremony(
                    new CeremonyId(row.longNumber("id")),
                    new RecipientId(new RequestId(row.text("request")), row.number("position")),
                    row.maybe("lease").map(Long::valueOf),
                    row.flag("closed"));
        }
    }
}
