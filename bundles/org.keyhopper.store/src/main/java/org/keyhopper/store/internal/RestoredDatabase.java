package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralBackup.Contents;

/** What a database of an earlier time needs before it may be used: in one transaction. */
record RestoredDatabase(CentralContext context) {

    /**
     * Fencing numbers go on from the time of the restore in 1/1024 ms: above all that were issued, also after another restore
     * of the same backup, since no Central makes so many claims. They stay below 2^53, which JSON carries exactly.
     */
    private static final int EPOCH_BITS = 10;

    /** Tables whose rows let someone in, as far as there are such. */
    private static final List<String> ADMISSIONS = List.of(
            "join_code", "sign_in_attempt", "browser_session", "station_sign_in", "pick_up_session", "pick_up_link");

    /** Returns how many recipients became UNCLEAR. */
    int settle(Contents contents, Caller caller) {
        return context.pool().write(in -> {
            refuseWhileServing(in);
            Instant now = context.now(in);
            long epoch = Math.max(in.last("claim"), now.toEpochMilli() << EPOCH_BITS);
            in.update("UPDATE counter SET value = ? WHERE name = 'claim'", epoch);
            int unclear = endClaims(in, contents, now);
            endAdmissions(in, now);
            in.update(
                    "INSERT INTO restoration (number, backup_made, restored) VALUES (?, ?, ?)",
                    in.next("restoration"),
                    contents.made(),
                    now);
            new SqlAuditTable(in, context)
                    .append(AuditEvent.done(caller, AuditAction.RESTORED, "database")
                            .with("backup", contents.made().toString())
                            .with("epoch", Long.toString(epoch))
                            .with("unclear", Integer.toString(unclear)));
            return unclear;
        });
    }

    private void refuseWhileServing(Transaction in) throws SQLException {
        if (!new SqlInstances(context).living(in).isEmpty()) {
            throw new StoreException("Keyhopper Central is running. Stop all instances first. Nothing was changed.");
        }
    }

    private static int endClaims(Transaction in, Contents contents, Instant now) throws SQLException {
        List<RecipientId> claimed = in.list(
                "SELECT request, position FROM claim ORDER BY request, position",
                row -> new RecipientId(new RequestId(row.text("request")), row.number("position")));
        Problem problem = Problem.of(CentralProblem.RESTORED, contents.made().toString());
        for (RecipientId recipient : claimed) {
            OutcomeRecord outcome = new OutcomeRecord(
                    Outcome.UNCLEAR, Optional.of(problem), Optional.empty(), List.of(), now, Duration.ZERO);
            Settlements.add(in, recipient, Optional.empty(), outcome);
        }
        in.update("DELETE FROM claim");
        in.update("UPDATE enrolment SET worker = NULL");
        return claimed.size();
    }

    /** A code that was used after the backup would be valid again, and a key of tokens may be why the backup is needed. */
    private static void endAdmissions(Transaction in, Instant now) throws SQLException {
        for (String table : ADMISSIONS) {
            if (in.hasTable(table)) {
                in.update("DELETE FROM " + table);
            }
        }
        // The rows stay: without one, the next start would make a code for the first administrator.
        in.update("UPDATE central_setting SET value = '' WHERE name LIKE ?", SqlSettingTable.CODE + "%");
        // Invitations whose links are gone are shown as expired, so that people are invited again.
        in.update("UPDATE pick_up SET expires = ? WHERE expires > ?", now, now);
        in.update("DELETE FROM secret WHERE owner = 'central' AND name = 'token-key'");
        in.update("DELETE FROM instance");
    }
}
