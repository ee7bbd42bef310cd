package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.LivingClaim;
import org.keyhopper.central.storage.EnrolmentTable;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;

/**
 * The rows of {@code enrolment}, and those of {@code claim} that stations hold. Rows are locked in this order, so that no
 * two transactions wait for each other: counter, claim in {@link #claimNext}; enrolment, claim, recipient elsewhere.
 */
record SqlEnrolmentTable(Transaction in, CentralContext context) implements EnrolmentTable {

    @Override
    public Optional<Enrolment> claimNext(
            ProvisioningRequest request, String station, String printer, String idempotencyKey, Duration life) {
        return SqlFailure.wrap(() -> {
            // Locks the counter, so that no other transaction chooses a recipient until this one ends.
            long number = in.next("claim");
            Optional<Enrolment> same = claimedWith(station, idempotencyKey);
            if (same.isPresent()) {
                return same;
            }
            Instant now = context.now(in);
            Optional<RecipientId> next = next(request.id(), now);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Enrolment claimed = Enrolment.claimed(number, next.get(), request.directory(), station);
            insert(claimed, now.plus(life), printer, idempotencyKey);
            return Optional.of(claimed);
        });
    }

    @Override
    public List<LivingClaim> living(String station) {
        return SqlFailure.wrap(() -> {
            in.update("UPDATE counter SET value = value WHERE name = 'claim'");
            return in.list(
                    "SELECT c.number, e.printer FROM claim c JOIN enrolment e ON e.claim = c.number"
                            + " WHERE c.holder = ? AND c.expires > ? ORDER BY c.number",
                    row -> new LivingClaim(row.longNumber("number"), row.text("printer")),
                    "station:" + station,
                    context.now(in));
        });
    }

    /** The holder of an expired claim may renew or begin it meanwhile, so its row is locked and read again. */
    private Optional<RecipientId> next(RequestId request, Instant now) throws SQLException {
        Optional<RecipientId> next = free(request, 0, now);
        while (next.isPresent()) {
            int position = next.get().position();
            in.first(
                    "SELECT number FROM claim WHERE request = ? AND position = ?" + context.rowLock(),
                    row -> row.longNumber("number"),
                    request,
                    position);
            Optional<RecipientId> again = free(request, position, now);
            if (again.equals(next)) {
                return next;
            }
            next = again;
        }
        return next;
    }

    /** Returns the first recipient from a position on that is PENDING and has no living claim. */
    private Optional<RecipientId> free(RequestId request, int position, Instant now) throws SQLException {
        return in.first(
                "SELECT p.position FROM recipient p WHERE p.request = ? AND p.position >= ? AND p.outcome = 'PENDING'"
                        + " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.request = p.request AND c.position = p.position"
                        + " AND c.expires > ?) ORDER BY p.position LIMIT 1",
                row -> new RecipientId(request, row.number("position")),
                request,
                position,
                now);
    }

    /** Adds a claim with its enrolment, in the place of any other claim on the recipient. */
    void insert(Enrolment claimed, Instant expires, String printer, String idempotencyKey) throws SQLException {
        insertClaim(claimed.recipient(), claimed.claim(), claimed.station(), expires);
        in.update(
                "INSERT INTO enrolment (claim, request, position, directory, station, printer, idempotency_key,"
                        + " state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                claimed.claim(),
                claimed.recipient().request(),
                claimed.recipient().position(),
                claimed.directory(),
                claimed.station(),
                printer,
                idempotencyKey,
                claimed.state());
    }

    private void insertClaim(RecipientId recipient, long number, String station, Instant expires) throws SQLException {
        in.update("DELETE FROM claim WHERE request = ? AND position = ?", recipient.request(), recipient.position());
        in.update(
                "INSERT INTO claim (request, position, number, holder, expires) VALUES (?, ?, ?, ?, ?)",
                recipient.request(),
                recipient.position(),
                number,
                "station:" + station,
                expires);
    }

    @Override
    public Optional<Enrolment> claimedWith(String station, String idempotencyKey) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT * FROM enrolment WHERE station = ? AND idempotency_key = ?",
                EnrolmentColumns::read,
                station,
                idempotencyKey));
    }

    @Override
    public Optional<Enrolment> lock(long claim) {
        return SqlFailure.wrap(() ->
                in.first("SELECT * FROM enrolment WHERE claim = ?" + context.rowLock(), EnrolmentColumns::read, claim));
    }

    @Override
    public Optional<Instant> expiry(long claim) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT expires FROM claim WHERE number = ?" + context.rowLock(),
                row -> row.instant("expires"),
                claim));
    }

    @Override
    public Instant renew(long claim, Duration life) {
        return SqlFailure.wrap(() -> {
            Instant expires = context.now(in).plus(life);
            requireCurrent(claim, in.update("UPDATE claim SET expires = ? WHERE number = ?", expires, claim));
            return expires;
        });
    }

    @Override
    public void put(Enrolment enrolment) {
        SqlFailure.wrap(() -> in.update(
                "UPDATE enrolment SET state = ?, begun = ?, made = ?, passkey = ? WHERE claim = ?",
                enrolment.state(),
                enrolment.begun().map(EnrolmentColumns::of),
                enrolment.made().map(EnrolmentColumns::of),
                enrolment.passkeyId(),
                enrolment.claim()));
    }

    @Override
    public boolean open(RecipientId recipient) {
        return change(recipient, Outcome.PENDING, Outcome.UNCLEAR);
    }

    @Override
    public void reopen(RecipientId recipient) {
        change(recipient, Outcome.UNCLEAR, Outcome.PENDING);
    }

    private boolean change(RecipientId recipient, Outcome before, Outcome after) {
        return SqlFailure.wrap(() -> in.update(
                        "UPDATE recipient SET outcome = ? WHERE request = ? AND position = ? AND outcome = ?",
                        after,
                        recipient.request(),
                        recipient.position(),
                        before))
                == 1;
    }

    @Override
    public void settle(Enrolment enrolment, OutcomeRecord outcome) {
        SqlFailure.wrap(() -> {
            Settlements.add(in, enrolment.recipient(), Optional.empty(), outcome);
            return endClaim(enrolment.claim());
        });
    }

    @Override
    public void release(long claim) {
        SqlFailure.wrap(() -> endClaim(claim));
    }

    private int endClaim(long claim) throws SQLException {
        int ended = in.update("DELETE FROM claim WHERE number = ?", claim);
        requireCurrent(claim, ended);
        return ended;
    }

    private static void requireCurrent(long claim, int changed) {
        if (changed != 1) {
            throw new StoreException("Claim " + claim + " is not current. Nothing was changed.");
        }
    }

    @Override
    public void put(InventoryEntry entry) {
        SqlFailure.wrap(() -> {
            SqlInventory.insert(in, entry);
            return entry;
        });
    }

    @Override
    public boolean reserve(long claim) {
        return SqlFailure.wrap(() -> {
            Optional<String> worker = in.first(
                            "SELECT worker FROM enrolment WHERE claim = ?", row -> row.maybe("worker"), claim)
                    .orElseThrow();
            if (worker.isPresent() && context.workers().lives(in, worker.get())) {
                return false;
            }
            in.update(
                    "UPDATE enrolment SET worker = ? WHERE claim = ?",
                    context.workers().token(),
                    claim);
            return true;
        });
    }

    @Override
    public boolean unreserve(long claim) {
        return SqlFailure.wrap(() -> in.update(
                        "UPDATE enrolment SET worker = NULL WHERE claim = ? AND worker = ?",
                        claim,
                        context.workers().token())
                == 1);
    }

    @Override
    public void keepStaleWrite(Enrolment enrolment, String operation, Map<String, String> facts) {
        SqlFailure.wrap(() -> {
            StaleWrites.insert(in, enrolment.recipient(), enrolment.claim(), operation, facts, context.localTime());
            return facts;
        });
    }
}
