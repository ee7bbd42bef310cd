package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The requests in the station's database. */
@Component(service = Requests.class)
public final class SqlRequests implements Requests {

    private final Database database;
    private final Leases leases;
    private final Clock clock;
    private final RequestIds ids = new RequestIds();

    @Activate
    public SqlRequests(@Reference StoreContext station) {
        database = station.database();
        leases = station.leases();
        clock = station.clock();
    }

    @Override
    public ProvisioningRequest create(String name, String directory, Profile profile, List<Recipient> recipients) {
        Instant created = clock.instant();
        RequestId made = database.write(in -> {
            RequestId id = free(in);
            insert(in, id, name, directory, profile, created);
            for (int i = 0; i < recipients.size(); i++) {
                insert(in, new RecipientId(id, i + 1), recipients.get(i));
            }
            return id;
        });
        return find(made).orElseThrow();
    }

    @Override
    public Optional<ProvisioningRequest> find(RequestId id) {
        return database.read(in -> requests(in, "WHERE r.id = ?", id)).stream().findFirst();
    }

    @Override
    public List<ProvisioningRequest> list() {
        return database.read(in -> requests(in, ""));
    }

    @Override
    public void settle(Lease lease, RecipientId recipient, OutcomeRecord outcome) {
        database.change(in -> {
            leases.require(in, lease, recipient.request());
            refuseWhileUnfinished(in, recipient);
            Settlements.add(in, recipient, Optional.empty(), outcome);
        });
    }

    @Override
    public void reopen(Lease lease, List<Integer> positions) {
        database.change(in -> {
            leases.require(in, lease);
            for (int position : positions) {
                reopen(in, new RecipientId(lease.request(), position));
            }
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
    public void update(Lease lease, Map<Integer, Recipient> people) {
        database.change(in -> {
            leases.require(in, lease);
            for (Map.Entry<Integer, Recipient> one : people.entrySet()) {
                Recipient person = one.getValue();
                in.update(
                        "UPDATE recipient SET user_reference = ?, display_name = ?, email = ?, device_name = ?,"
                                + " user_id = ? WHERE request = ? AND position = ?",
                        person.user(),
                        person.displayName(),
                        person.email(),
                        person.deviceName(),
                        person.userId(),
                        lease.request(),
                        one.getKey());
            }
        });
    }

    @Override
    public void remove(RequestId id) {
        database.change(in -> {
            if (leases.isHeld(in, id)) {
                throw new StoreException(
                        "Request " + id + " is being worked on and cannot be removed now. Stop the run first.");
            }
            in.update("DELETE FROM request WHERE id = ?", id);
        });
    }

    @Override
    public Optional<Lease> lease(RequestId id) {
        return leases.take(id);
    }

    @Override
    public void requireCurrent(Lease lease) {
        database.read(in -> {
            leases.require(in, lease);
            return lease;
        });
    }

    /** Whatever is settled while a ceremony is open would be overwritten when that is closed or reconciled. */
    private static void refuseWhileUnfinished(Transaction in, RecipientId recipient) throws SQLException {
        boolean unfinished = in.first(
                        "SELECT id FROM ceremony WHERE request = ? AND position = ? AND closed = 0",
                        row -> row.longNumber("id"),
                        recipient.request(),
                        recipient.position())
                .isPresent();
        if (unfinished) {
            throw new StoreException("What was begun for person " + recipient.position() + " of request "
                    + recipient.request() + " has not been brought to an end yet. Reconcile the request first.");
        }
    }

    /** Spares ids that the inventory still speaks of. */
    private RequestId free(Transaction in) throws SQLException {
        RequestId id = ids.fresh();
        boolean taken = in.first(
                        "SELECT id FROM request WHERE id = ? UNION SELECT request FROM inventory WHERE request = ?",
                        row -> row.text("id"),
                        id,
                        id)
                .isPresent();
        return taken ? free(in) : id;
    }

    private static void insert(
            Transaction in, RequestId id, String name, String directory, Profile profile, Instant created)
            throws SQLException {
        in.update(
                "INSERT INTO request (id, number, name, directory, created, pin_rule, pin_length, minimum_pin_length,"
                    + " options, unsupported, device_name, allowed_aaguids) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?)",
                id,
                in.next("request"),
                name,
                directory,
                created,
                ProfileColumns.pinRule(profile.pin()),
                ProfileColumns.pinLength(profile.pin()),
                profile.minimumPinLength(),
                ProfileColumns.words(profile.options()),
                profile.unsupported().name(),
                profile.deviceName(),
                ProfileColumns.words(profile.allowedAaguids()));
    }

    private static void insert(Transaction in, RecipientId id, Recipient recipient) throws SQLException {
        in.update(
                "INSERT INTO recipient (request, position, user_reference, display_name, email, device_name, user_id,"
                        + " outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id.request(),
                id.position(),
                recipient.user(),
                recipient.displayName(),
                recipient.email(),
                recipient.deviceName(),
                recipient.userId(),
                Outcome.PENDING);
    }

    private static List<ProvisioningRequest> requests(Transaction in, String where, Object... values)
            throws SQLException {
        Map<RequestId, List<RecipientState>> recipients = new LinkedHashMap<>();
        in.list(recipientsSql(where), SqlRequests::recipient, values).forEach(it -> recipients
                .computeIfAbsent(it.id().request(), id -> new ArrayList<>())
                .add(it));
        return in.list(
                "SELECT r.* FROM request r " + where + " ORDER BY r.number DESC",
                row -> request(row, recipients),
                values);
    }

    private static String recipientsSql(String where) {
        return "SELECT p.*, " + Settlements.COLUMNS + " FROM request r JOIN recipient p ON p.request = r.id"
                + " LEFT JOIN settlement s ON s.number = p.last_settlement " + where
                + " ORDER BY p.request, p.position";
    }

    private static ProvisioningRequest request(Row row, Map<RequestId, List<RecipientState>> recipients)
            throws SQLException {
        RequestId id = new RequestId(row.text("id"));
        return new ProvisioningRequest(
                id,
                row.text("name"),
                row.text("directory"),
                ProfileColumns.read(row),
                row.instant("created"),
                recipients.getOrDefault(id, List.of()));
    }

    private static RecipientState recipient(Row row) throws SQLException {
        return new RecipientState(
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                new Recipient(
                        row.text("user_reference"),
                        row.text("display_name"),
                        row.text("email"),
                        row.text("device_name"),
                        row.text("user_id")),
                row.constant(Outcome.class, "outcome"),
                Settlements.read(row));
    }
}
