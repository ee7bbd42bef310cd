package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.RequestSummary;
import org.keyhopper.core.request.Tally;

/** Requests and their recipients as rows. */
final class RequestRows {

    private static final RequestIds IDS = new RequestIds();

    private RequestRows() {}

    /** Returns a new id; spares those that the inventory still refers to. */
    static RequestId free(Transaction in) throws SQLException {
        RequestId id = IDS.fresh();
        boolean taken = in.first(
                        "SELECT id FROM request WHERE id = ? UNION SELECT request FROM inventory WHERE request = ?",
                        row -> row.text("id"),
                        id,
                        id)
                .isPresent();
        return taken ? free(in) : id;
    }

    static void insert(Transaction in, RequestId id, String name, String directory, Profile profile, Instant created)
            throws SQLException {
        in.update(
                "INSERT INTO request (id, number, name, directory, created, pin_rule, pin_length, minimum_pin_length,"
                        + " options, unsupported, device_name, allowed_aaguids, min_pin_length_rp_ids)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                ProfileColumns.words(profile.allowedAaguids()),
                ProfileColumns.words(profile.minPinLengthRpIds()));
    }

    static void insert(Transaction in, RecipientId id, Recipient recipient) throws SQLException {
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

    /** Returns the requests of a condition on {@code request r}, newest first, with their recipients. */
    static List<ProvisioningRequest> read(Transaction in, String where, Object... values) throws SQLException {
        Map<RequestId, List<RecipientState>> recipients = new LinkedHashMap<>();
        in.list(recipientsSql(where), RequestRows::recipient, values).forEach(it -> recipients
                .computeIfAbsent(it.id().request(), id -> new ArrayList<>())
                .add(it));
        return in.list(
                "SELECT r.* FROM request r " + where + " ORDER BY r.number DESC",
                row -> request(row, recipients),
                values);
    }

    /** Returns all requests, newest first, with the numbers of their recipients by outcome. */
    static List<RequestSummary> summaries(Transaction in) throws SQLException {
        Map<RequestId, Map<Outcome, Integer>> counts = new HashMap<>();
        in.list(
                        "SELECT request, outcome, COUNT(*) AS people FROM recipient GROUP BY request, outcome",
                        row -> new Count(
                                new RequestId(row.text("request")),
                                row.constant(Outcome.class, "outcome"),
                                row.number("people")))
                .forEach(count -> counts.computeIfAbsent(count.request(), id -> new EnumMap<>(Outcome.class))
                        .put(count.outcome(), count.people()));
        return in.list("SELECT * FROM request ORDER BY number DESC", row -> summary(row, counts));
    }

    private record Count(RequestId request, Outcome outcome, int people) {}

    private static RequestSummary summary(Row unverified, Map<RequestId, Map<Outcome, Integer>> counts)
            throws SQLException {
        Row row = unverified.verified(ProtectedTable.REQUEST);
        RequestId id = new RequestId(row.text("id"));
        return new RequestSummary(
                id,
                row.text("name"),
                row.text("directory"),
                row.instant("created"),
                Tally.of(counts.getOrDefault(id, Map.of())));
    }

    /** Returns a request without its recipients. */
    static Optional<ProvisioningRequest> head(Transaction in, RequestId id) throws SQLException {
        return in.first("SELECT * FROM request WHERE id = ?", row -> request(row, Map.of()), id);
    }

    /** Returns one recipient, or none. */
    static List<RecipientState> recipient(Transaction in, RecipientId id) throws SQLException {
        return in.list(
                recipientsSql("WHERE p.request = ? AND p.position = ?"),
                RequestRows::recipient,
                id.request(),
                id.position());
    }

    /** Returns recipients with a higher position, in order. */
    static List<RecipientState> recipients(Transaction in, RequestId id, int position, int limit) throws SQLException {
        return in.list(
                recipientsSql("WHERE p.request = ? AND p.position > ?") + " LIMIT ?",
                RequestRows::recipient,
                id,
                position,
                limit);
    }

    /**
     * Returns recipients in order.
     *
     * @param condition further conditions on {@code recipient p}, each with AND before it
     * @param values request, position before the first, those of the conditions, limit
     */
    static List<RecipientState> recipients(Transaction in, String condition, Object... values) throws SQLException {
        return in.list(
                recipientsSql("WHERE p.request = ? AND p.position > ?" + condition) + " LIMIT ?",
                RequestRows::recipient,
                values);
    }

    /** Returns the recipients whose attempts ended last, the latest first. */
    static List<RecipientState> recent(Transaction in, RequestId request, int limit) throws SQLException {
        return in.list(
                "SELECT p.*, " + Settlements.COLUMNS + " FROM settlement s JOIN recipient p"
                        + " ON p.request = s.request AND p.position = s.position AND p.last_settlement = s.number"
                        + " WHERE s.request = ? ORDER BY s.number DESC LIMIT ?",
                RequestRows::recipient,
                request,
                limit);
    }

    /** Returns the recipients of a request whose outcome is not known. */
    static List<RecipientState> unclear(Transaction in, RequestId request) throws SQLException {
        return in.list(recipientsSql("WHERE p.request = ? AND p.outcome = 'UNCLEAR'"), RequestRows::recipient, request);
    }

    private static String recipientsSql(String where) {
        return "SELECT p.*, " + Settlements.COLUMNS + " FROM request r JOIN recipient p ON p.request = r.id"
                + " LEFT JOIN settlement s ON s.number = p.last_settlement " + where
                + " ORDER BY p.request, p.position";
    }

    static ProvisioningRequest request(Row unverified, Map<RequestId, List<RecipientState>> recipients)
            throws SQLException {
        Row row = unverified.verified(ProtectedTable.REQUEST);
        RequestId id = new RequestId(row.text("id"));
        return new ProvisioningRequest(
                id,
                row.text("name"),
                row.text("directory"),
                ProfileColumns.read(row),
                row.instant("created"),
                recipients.getOrDefault(id, List.of()));
    }

    private static RecipientState recipient(Row unverified) throws SQLException {
        Row row = unverified.verifiedBeside(Settlements.PREFIX, ProtectedTable.RECIPIENT);
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
