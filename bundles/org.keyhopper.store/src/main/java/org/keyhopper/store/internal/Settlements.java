package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The prefix of the columns. */
    static final String PREFIX = "settled_";

    /** All columns, for a query in which the table is called {@code s}. */
    static final String COLUMNS = Stream.of(
                    "number",
                    "request",
                    "position",
                    "ceremony",
                    "outcome",
                    "problem_code",
                    "problem_arguments",
                    "problem_detail",
                    "notes",
                    "credential",
                    "passkey",
                    "aaguid",
                    "device_name",
                    "serial",
                    "ended",
                    "took",
                    RowMacs.COLUMN)
            .map(column -> "s." + column + " AS " + PREFIX + column)
            .collect(Collectors.joining(", "));

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
    static Optional<OutcomeRecord> read(Row unverified) throws SQLException {
        if (unverified.maybe("settled_number").isEmpty()) {
            return Optional.empty();
        }
        Row row = unverified.verified(PREFIX, ProtectedTable.SETTLEMENT);
        return Optional.of(new OutcomeRecord(
                row.constant(Outcome.class, "settled_outcome"),
                problem(row),
                passkey(row),
                Json.problems(row.text("settled_notes")),
                row.instant("settled_ended"),
                Duration.parse(row.text("settled_took"))));
    }

    private static Optional<Problem> problem(Row row) throws SQLException {
        Optional<String> code = row.maybe("settled_problem_code");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                new StoredProblemCode(code.get()),
                Json.list(row.text("settled_problem_arguments")),
                row.text("settled_problem_detail")));
    }

    private static Optional<MadePasskey> passkey(Row row) throws SQLException {
        Optional<String> credential = row.maybe("settled_credential");
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MadePasskey(
                CredentialId.ofBase64Url(credential.get()),
                row.maybe("settled_passkey"),
                row.uuid("settled_aaguid"),
                row.text("settled_device_name"),
                row.maybe("settled_serial")));
    }
}
