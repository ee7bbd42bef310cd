package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StaleWrite;

/** The rows of {@code stale_write}: evidence of writes under claims that were no longer current. */
final class StaleWrites {

    private final Database database;
    private final Clock clock;

    StaleWrites(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Applies a change, or keeps it as evidence in a transaction of its own when its claim is refused. */
    void guard(Claim claim, String operation, Map<String, String> facts, Database.Change change) {
        try {
            database.change(change);
        } catch (ClaimLostException e) {
            keep(claim, operation, facts);
            throw e;
        }
    }

    private void keep(Claim claim, String operation, Map<String, String> facts) {
        database.change(in -> insert(in, claim.recipient(), claim.number(), operation, facts, clock.instant()));
    }

    static void insert(
            Transaction in,
            RecipientId recipient,
            long claim,
            String operation,
            Map<String, String> facts,
            Instant refused)
            throws SQLException {
        in.update(
                "INSERT INTO stale_write (number, request, position, claim, operation, facts, refused)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                in.next("stale_write"),
                recipient.request(),
                recipient.position(),
                claim,
                operation,
                Json.of(facts),
                refused);
    }

    List<StaleWrite> of(RequestId request) {
        return database.read(in -> in.list(
                "SELECT * FROM stale_write WHERE request = ? ORDER BY number",
                row -> new StaleWrite(
                        new RecipientId(new RequestId(row.text("request")), row.number("position")),
                        row.longNumber("claim"),
                        row.text("operation"),
                        Json.map(row.text("facts")),
                        row.instant("refused")),
                request));
    }
}
