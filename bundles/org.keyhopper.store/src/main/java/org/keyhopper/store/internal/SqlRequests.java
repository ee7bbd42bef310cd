package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.RequestSummary;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StaleWrite;
import org.keyhopper.core.request.StoreException;

/** The requests in the station's database. */
public final class SqlRequests implements Requests {

    private final Database database;
    private final Claims claims;
    private final StaleWrites staleWrites;
    private final StationTrail trail;
    private final Clock clock;

    public SqlRequests(StoreContext station) {
        database = station.database();
        claims = station.claims();
        staleWrites = station.staleWrites();
        trail = station.trail();
        clock = station.clock();
    }

    @Override
    public ProvisioningRequest create(String name, String directory, Profile profile, List<Recipient> recipients) {
        Instant created = clock.instant();
        RequestId made = database.write(in -> {
            RequestId id = RequestRows.free(in);
            RequestRows.insert(in, id, name, directory, profile, created);
            for (int i = 0; i < recipients.size(); i++) {
                RequestRows.insert(in, new RecipientId(id, i + 1), recipients.get(i));
            }
            note(in, StationAction.REQUEST_CREATED, id, "people", Integer.toString(recipients.size()));
            return id;
        });
        return find(made).orElseThrow();
    }

    @Override
    public Optional<ProvisioningRequest> find(RequestId id) {
        return database.read(in -> RequestRows.read(in, "WHERE r.id = ?", id)).stream()
                .findFirst();
    }

    @Override
    public List<ProvisioningRequest> list() {
        return database.read(in -> RequestRows.read(in, ""));
    }

    @Override
    public List<RequestSummary> summaries() {
        return database.read(RequestRows::summaries);
    }

    @Override
    public void settle(Claim claim, RecipientId recipient, OutcomeRecord outcome) {
        staleWrites.guard(claim, "settle", Settlements.facts(outcome), in -> {
            Claims.require(in, claim, recipient);
            refuseWhileUnfinished(in, recipient);
            Settlements.add(in, recipient, Optional.empty(), outcome);
            trail.add(in, StationAction.ENROLMENT_ENDED, StationTrail.subject(recipient), Settlements.facts(outcome));
        });
    }

    @Override
    public void reopen(Claim claim) {
        database.change(in -> {
            Claims.require(in, claim);
            reopen(in, claim.recipient());
        });
    }

    @Override
    public void reopen(RequestId request, Collection<Integer> positions) {
        database.change(in -> {
            for (int position : positions) {
                RecipientId recipient = new RecipientId(request, position);
                if (claims.isHeld(in, recipient)) {
                    throw new StoreException("Person " + position + " of request " + request
                            + " is being worked on. Stop the run first.");
                }
                reopen(in, recipient);
            }
            note(in, StationAction.REQUEST_RETRIED, request, "people", positions.toString());
        });
    }

    private static void reopen(Transaction in, RecipientId recipient) throws SQLException {
        refuseWhileUnfinished(in, recipient);
        int changed = in.update(
                "UPDATE recipient SET outcome = ? WHERE request = ? AND position = ? AND outcome IN (?, ?, ?)",
                Outcome.PENDING,
                recipient.request(),
                recipient.position(),
                Outcome.PENDING,
                Outcome.FAILED,
                Outcome.SKIPPED);
        if (changed == 0) {
            throw new StoreException("Person " + recipient.position() + " of request " + recipient.request()
                    + " is provisioned or unclear and gets no other attempt.");
        }
    }

    @Override
    public void rename(RequestId request, String name) {
        database.change(in -> {
            in.update("UPDATE request SET name = ? WHERE id = ?", name, request);
            note(in, StationAction.REQUEST_CHANGED, request, "name", name);
        });
    }

    @Override
    public void add(RequestId request, List<Recipient> people) {
        database.change(in -> {
            int last = lastPosition(in, request);
            for (Recipient person : people) {
                last++;
                RequestRows.insert(in, new RecipientId(request, last), person);
            }
            note(in, StationAction.REQUEST_CHANGED, request, "added", Integer.toString(people.size()));
        });
    }

    /** The position of a removed recipient is not given again while the inventory speaks of it. */
    private static int lastPosition(Transaction in, RequestId request) throws SQLException {
        return in.first(
                        "SELECT MAX(position) AS last FROM (SELECT position FROM recipient WHERE request = ? UNION ALL"
                                + " SELECT position FROM inventory WHERE request = ? UNION ALL SELECT 0) AS used",
                        row -> row.number("last"),
                        request,
                        request)
                .orElse(0);
    }

    @Override
    public void removePeople(RequestId request, Collection<Integer> positions) {
        database.change(in -> {
            for (int position : positions) {
                RecipientId recipient = new RecipientId(request, position);
                refuseWhileUnfinished(in, recipient);
                if (claims.isHeld(in, recipient)) {
                    throw new StoreException("Person " + position + " of request " + request
                            + " is being worked on. Stop the run first.");
                }
                int removed = in.update(
                        "DELETE FROM recipient WHERE request = ? AND position = ? AND outcome = ?",
                        request,
                        position,
                        Outcome.PENDING);
                if (removed == 0) {
                    throw new StoreException(
                            "Person " + position + " of request " + request + " is not pending and cannot be removed.");
                }
            }
            note(in, StationAction.REQUEST_CHANGED, request, "removed", positions.toString());
        });
    }

    @Override
    public List<Integer> update(RequestId request, Map<Integer, Recipient> people) {
        return database.write(in -> {
            List<Integer> leftOut = new ArrayList<>();
            for (Map.Entry<Integer, Recipient> one : people.entrySet()) {
                RecipientId recipient = new RecipientId(request, one.getKey());
                if (claims.isHeld(in, recipient)) {
                    leftOut.add(one.getKey());
                } else {
                    update(in, recipient, one.getValue());
                }
            }
            note(
                    in,
                    StationAction.REQUEST_CHANGED,
                    request,
                    "people",
                    people.keySet().toString());
            return leftOut;
        });
    }

    static void update(Transaction in, RecipientId recipient, Recipient person) throws SQLException {
        in.update(
                "UPDATE recipient SET user_reference = ?, display_name = ?, email = ?, device_name = ?, user_id = ?"
                        + " WHERE request = ? AND position = ?",
                person.user(),
                person.displayName(),
                person.email(),
                person.deviceName(),
                person.userId(),
                recipient.request(),
                recipient.position());
    }

    @Override
    public void remove(RequestId id) {
        database.change(in -> {
            if (claims.isAnyHeld(in, id)) {
                throw new StoreException(
                        "Request " + id + " is being worked on and cannot be removed now. Stop the run first.");
            }
            in.update("DELETE FROM request WHERE id = ?", id);
            trail.add(in, StationAction.REQUEST_REMOVED, StationTrail.subject(id), Map.of());
        });
    }

    @Override
    public Optional<Claim> claimNext(RequestId request, long failedUntil) {
        return claims.next(request, failedUntil);
    }

    @Override
    public Optional<Claim> claim(RecipientId recipient) {
        return claims.take(recipient);
    }

    @Override
    public List<Claim> renew(Collection<Claim> held) {
        return claims.renew(held);
    }

    @Override
    public List<RecipientId> claimed(RequestId request) {
        return claims.claimed(request);
    }

    @Override
    public long latestSettlement() {
        return database.read(in -> in.last("settlement"));
    }

    @Override
    public List<StaleWrite> staleWrites(RequestId request) {
        return staleWrites.of(request);
    }

    @Override
    public void requireCurrent(Claim claim) {
        database.read(in -> {
            Claims.require(in, claim);
            return claim;
        });
    }

    private void note(Transaction in, StationAction action, RequestId request, String fact, String value)
            throws SQLException {
        trail.add(in, action, StationTrail.subject(request), Map.of(fact, value));
    }

    /** Whatever is settled while a ceremony is open would be overwritten when that is closed or reconciled. */
    private static void refuseWhileUnfinished(Transaction in, RecipientId recipient) throws SQLException {
        if (isUnfinished(in, recipient)) {
            throw new StoreException("What was begun for person " + recipient.position() + " of request "
                    + recipient.request() + " has not been brought to an end yet. Reconcile the request first.");
        }
    }

    static boolean isUnfinished(Transaction in, RecipientId recipient) throws SQLException {
        return in.first(
                        "SELECT id FROM ceremony WHERE request = ? AND position = ? AND closed = 0",
                        row -> row.longNumber("id"),
                        recipient.request(),
                        recipient.position())
                .isPresent();
    }
}
