package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.request.ActiveClaim;
import org.keyhopper.central.request.EndedAttempts;
import org.keyhopper.central.storage.ProgressTable;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** Queries over recipients, claims and settlements. */
record SqlProgressTable(Transaction in, CentralContext context) implements ProgressTable {

    private static final String CONTAINS =
            "(LOWER(p.user_reference) LIKE ? ESCAPE '!' OR LOWER(p.display_name) LIKE ? ESCAPE '!')";

    /** The operator with the latest refresh token of the station. */
    private static final String OPERATOR = "(SELECT COALESCE(NULLIF(o.name, ''), o.login) FROM station_sign_in i"
            + " JOIN operator o ON o.id = i.operator WHERE i.station = e.station AND i.challenge = '' AND i.expires > ?"
            + " ORDER BY i.expires DESC LIMIT 1) AS signed_in";

    /** All that changes a request takes a number from a counter; only a step under a claim does not. */
    @Override
    public String revision() {
        return SqlFailure.wrap(() -> {
            long changes = in.first(
                            "SELECT CAST(SUM(value) AS BIGINT) AS changes FROM counter",
                            row -> row.longNumber("changes"))
                    .orElseThrow();
            List<String> claims = in.list(
                    "SELECT c.number, e.state FROM claim c JOIN enrolment e ON e.claim = c.number WHERE c.expires > ?"
                            + " ORDER BY c.number",
                    row -> row.longNumber("number") + " " + row.text("state"),
                    context.now(in));
            return changes + " " + String.join(", ", claims);
        });
    }

    @Override
    public List<ActiveClaim> inWork(RequestId id) {
        return SqlFailure.wrap(() -> {
            List<ActiveClaim> inWork = new ArrayList<>();
            for (Claimed claimed : claimed(id)) {
                RequestRows.recipient(in, claimed.recipient()).forEach(recipient -> inWork.add(claimed.of(recipient)));
            }
            return inWork;
        });
    }

    private record Claimed(
            RecipientId recipient, String station, String operator, Enrolment.State state, Instant expires) {

        ActiveClaim of(RecipientState found) {
            return new ActiveClaim(found, station, operator, state, expires);
        }
    }

    private List<Claimed> claimed(RequestId id) throws SQLException {
        return in.list(
                "SELECT c.position, c.expires, e.state, s.name, " + OPERATOR
                        + " FROM claim c JOIN enrolment e ON e.claim = c.number"
                        + " LEFT JOIN station s ON s.id = e.station WHERE c.request = ? AND c.expires > ?"
                        + " ORDER BY c.number",
                row -> new Claimed(
                        new RecipientId(id, row.number("position")),
                        row.maybe("name").orElse(""),
                        row.maybe("signed_in").orElse(""),
                        row.constant(Enrolment.State.class, "state"),
                        row.instant("expires")),
                context.now(in),
                id,
                context.now(in));
    }

    @Override
    public List<RecipientState> recent(RequestId id, int limit) {
        return SqlFailure.wrap(() -> RequestRows.recent(in, id, limit));
    }

    @Override
    public List<RecipientState> people(RequestId id, Optional<Outcome> outcome, String text, int position, int limit) {
        List<Object> values = new ArrayList<>(List.of(id, position));
        StringBuilder where = new StringBuilder();
        outcome.ifPresent(it -> {
            where.append(" AND p.outcome = ?");
            values.add(it);
        });
        if (!text.isBlank()) {
            where.append(" AND ").append(CONTAINS);
            values.add(pattern(text));
            values.add(pattern(text));
        }
        values.add(limit);
        return SqlFailure.wrap(() -> RequestRows.recipients(in, where.toString(), values.toArray()));
    }

    /** The text is searched for as it is, so the wildcards of SQL in it are escaped. */
    private static String pattern(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + plain + "%";
    }

    @Override
    public List<OutcomeRecord> history(RecipientId id) {
        return SqlFailure.wrap(() -> in.list(
                        "SELECT " + Settlements.COLUMNS
                                + " FROM settlement s WHERE s.request = ? AND s.position = ? ORDER BY s.number",
                        Settlements::read,
                        id.request(),
                        id.position()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<RequestId> withPerson(String text, int limit) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT r.id FROM request r WHERE EXISTS (SELECT 1 FROM recipient p WHERE p.request = r.id AND "
                        + CONTAINS + ") ORDER BY r.number DESC LIMIT ?",
                row -> new RequestId(row.text("id")),
                pattern(text),
                pattern(text),
                limit));
    }

    @Override
    public List<EndedAttempts> endedSince(Instant since) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT r.directory, COALESCE(d.site, '') AS site, s.outcome, s.problem_code, COUNT(*) AS found"
                        + " FROM settlement s JOIN request r ON r.id = s.request"
                        + " LEFT JOIN request_details d ON d.request = s.request WHERE s.ended > ?"
                        + " GROUP BY r.directory, COALESCE(d.site, ''), s.outcome, s.problem_code",
                row -> new EndedAttempts(
                        new Place(row.text("directory"), row.text("site")),
                        row.constant(Outcome.class, "outcome"),
                        row.maybe("problem_code"),
                        row.number("found")),
                since));
    }
}
