package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.StoreException;

/** How attempts ended: the rows of {@code settlement}. */
final class Settlements {

    /** The columns of an outcome, for a query in which the table is called {@code s}. */
    static final String COLUMNS =
            "s.number AS settled, s.outcome AS settled_outcome, s.problem_code, s.problem_arguments,"
                    + " s.problem_detail, s.notes, s.credential, s.passkey, s.aaguid, s.device_name AS passkey_name,"
                    + " s.serial, s.ended, s.took";

    private Settlements() {}

    /** Keeps how an attempt ended and makes it what the recipient is at now. */
    static void add(Transaction in, RecipientId of, Optional<CeremonyId> ceremony, OutcomeRecord how)
            throws SQLException {
        long number = in.next("settlement");
        int changed = in.update(
                "UPDATE recipient SET outcome = ?, last_settlement = ? WHERE request = ? AND position = ?",
                how.outcome(),
                number,
                of.request(),
                of.position());
        if (changed == 0) {
            throw new StoreException("There is no person " + of.position() + " in request " + of.request() + ".");
        }
        insert(in, number, of, ceremony, how);
    }

    private static void insert(
            Transaction in, long number, RecipientId of, Optional<CeremonyId> ceremony, OutcomeRecord how)
            throws SQLException {
        Optional<Problem> problem = how.problem();
        Optional<MadePasskey> passkey = how.passkey();
        in.update(
                "INSERT INTO settlement (number, request, position, ceremony, outcome, problem_code, problem_arguments,"
                        + " problem_detail, notes, credential, passkey, aaguid, device_name, serial, ended, took)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                of.request(),
                of.position(),
                ceremony.map(CeremonyId::value),
                how.outcome(),
                problem.map(it -> it.code().id()),
                problem.map(it -> Json.of(it.arguments())),
                problem.map(Problem::detail),
                Json.ofProblems(how.notes()),
                passkey.map(MadePasskey::credentialId),
                passkey.flatMap(MadePasskey::passkeyId),
                passkey.map(MadePasskey::aaguid),
                passkey.map(MadePasskey::deviceName),
                passkey.flatMap(MadePasskey::serial),
                how.at(),
                how.took());
    }

    /** Returns an outcome as it is kept of a write that is refused. */
    static Map<String, String> facts(OutcomeRecord how) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("outcome", how.outcome().name());
        how.problem().ifPresent(problem -> facts.put("problem", problem.code().id()));
        how.passkey()
                .ifPresent(passkey ->
                        facts.put("credential", passkey.credentialId().toString()));
        return facts;
    }

    /** Reads {@link #COLUMNS}; empty where the outer join found none. */
    static Optional<OutcomeRecord> read(Row row) throws SQLException {
        if (row.maybe("settled").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OutcomeRecord(
                row.constant(Outcome.class, "settled_outcome"),
                problem(row),
                passkey(row),
                Json.problems(row.text("notes")),
                row.instant("ended"),
                Duration.parse(row.text("took"))));
    }

    private static Optional<Problem> problem(Row row) throws SQLException {
        Optional<String> code = row.maybe("problem_code");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                new StoredProblemCode(code.get()),
                Json.list(row.text("problem_arguments")),
                row.text("problem_detail")));
    }

    private static Optional<MadePasskey> passkey(Row row) throws SQLException {
        Optional<String> credential = row.maybe("credential");
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MadePasskey(
                CredentialId.ofBase64Url(credential.get()),
                row.maybe("passkey"),
                row.uuid("aaguid"),
                row.text("passkey_name"),
                row.maybe("serial")));
    }
}
