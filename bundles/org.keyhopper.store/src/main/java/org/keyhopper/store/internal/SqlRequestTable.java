package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestDetails;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.storage.RequestTable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;

/** Requests with the rows of {@code request_details}. */
record SqlRequestTable(Transaction in, CentralContext context) implements RequestTable {

    private static final String SELECT = "SELECT r.*, d.creator, d.site, d.assignee, d.due, d.note, d.approval,"
            + " d.approver, d.version FROM request r LEFT JOIN request_details d ON d.request = r.id ";

    @Override
    public RequestId add(NewRequest request, RequestDetails details) {
        return SqlFailure.wrap(() -> {
            RequestId id = RequestRows.free(in);
            RequestRows.insert(in, id, request.name(), request.directory(), request.profile(), context.now(in));
            for (int i = 0; i < request.people().size(); i++) {
                RequestRows.insert(
                        in, new RecipientId(id, i + 1), request.people().get(i));
            }
            put(id, details);
            return id;
        });
    }

    @Override
    public List<RequestSummary> before(long number, int limit) {
        return SqlFailure.wrap(() ->
                in.list(SELECT + "WHERE r.number < ? ORDER BY r.number DESC LIMIT ?", this::summary, number, limit));
    }

    @Override
    public Optional<RequestSummary> find(RequestId id) {
        return SqlFailure.wrap(() -> in.first(SELECT + "WHERE r.id = ?", this::summary, id));
    }

    @Override
    public Optional<Place> place(RequestId id) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT r.directory, d.site FROM request r LEFT JOIN request_details d ON d.request = r.id"
                        + " WHERE r.id = ?",
                row -> new Place(row.text("directory"), row.maybe("site").orElse(RequestDetails.NONE.site())),
                id));
    }

    @Override
    public List<RequestSummary> assignedTo(String assignee) {
        return SqlFailure.wrap(
                () -> in.list(SELECT + "WHERE d.assignee = ? ORDER BY r.number", this::summary, assignee));
    }

    @Override
    public Optional<RequestSummary> lock(RequestId id) {
        return SqlFailure.wrap(() -> {
            // Without this counter no recipient is claimed; the rows are locked in the order of the other transactions.
            in.first(
                    "SELECT value FROM counter WHERE name = 'claim'" + context.rowLock(),
                    row -> row.longNumber("value"));
            in.first("SELECT id FROM request WHERE id = ?" + context.rowLock(), row -> row.text("id"), id);
            return find(id);
        });
    }

    private RequestSummary summary(Row row) throws SQLException {
        ProvisioningRequest request = RequestRows.request(row, Map.of());
        long number = row.longNumber("number");
        RequestDetails details = row.maybe("approval").isPresent() ? details(row) : RequestDetails.NONE;
        return new RequestSummary(number, request, details, tally(request.id()));
    }

    private Tally tally(RequestId id) throws SQLException {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        in.list(
                        "SELECT outcome, COUNT(*) AS people FROM recipient WHERE request = ? GROUP BY outcome",
                        row -> Map.entry(row.constant(Outcome.class, "outcome"), row.number("people")),
                        id)
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return Tally.of(counts);
    }

    @Override
    public RequestDetails details(RequestId id) {
        return SqlFailure.wrap(
                        () -> in.first("SELECT * FROM request_details WHERE request = ?", SqlRequestTable::details, id))
                .orElse(RequestDetails.NONE);
    }

    private static RequestDetails details(Row row) throws SQLException {
        return new RequestDetails(
                row.text("creator"),
                row.text("site"),
                row.maybe("assignee"),
                row.maybe("due").map(LocalDate::parse),
                row.text("note"),
                row.constant(Approval.class, "approval"),
                row.maybe("approver"),
                row.longNumber("version"));
    }

    @Override
    public void put(RequestId id, RequestDetails details) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO request_details (request, creator, site, assignee, due, note, approval, approver, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request) DO UPDATE SET"
                        + " assignee = excluded.assignee, due = excluded.due, note = excluded.note,"
                        + " approval = excluded.approval, approver = excluded.approver, version = excluded.version",
                id,
                details.creator(),
                details.site(),
                details.assignee(),
                details.due(),
                details.note(),
                details.approval(),
                details.approver(),
                details.version()));
    }

    @Override
    public boolean isInUse(RequestId id) {
        return SqlFailure.wrap(() -> in.first(
                        "SELECT request FROM claim WHERE request = ? AND expires > ?"
                                + " UNION SELECT request FROM recipient WHERE request = ? AND outcome = ?",
                        row -> row.text("request"),
                        id,
                        context.now(in),
                        id,
                        Outcome.UNCLEAR))
                .isPresent();
    }

    @Override
    public int reopenFailed(RequestId id) {
        return SqlFailure.wrap(() -> in.update(
                "UPDATE recipient SET outcome = ? WHERE request = ? AND outcome = ?",
                Outcome.PENDING,
                id,
                Outcome.FAILED));
    }

    @Override
    public void remove(RequestId id) {
        SqlFailure.wrap(() -> in.update("DELETE FROM request WHERE id = ?", id));
    }

    @Override
    public List<RecipientState> people(RequestId id, int position, int limit) {
        return SqlFailure.wrap(() -> RequestRows.recipients(in, id, position, limit));
    }
}
