package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.central.storage.PersonTable;

/** The rows of one person. Of a recipient's rows the person is known by request and position. */
record SqlPersonTable(Transaction in, CentralContext context) implements PersonTable {

    private static final String RECIPIENT =
            "EXISTS (SELECT 1 FROM recipient p JOIN request r ON r.id = p.request WHERE p.request = t.request"
                    + " AND p.position = t.position AND r.directory = ? AND (p.user_reference = ? OR p.user_id = ?))";
    private static final String DEVICE = "t.directory = ? AND (t.user_id = ? OR t.holder = ?)";
    private static final String NAMED = "t.directory = ? AND (t.account = ? OR t.user_id = ?)";
    private static final String REVOKED = "t.directory = ? AND (t.user_id = ? OR t.user_name = ?)";

    @Override
    public Map<String, List<Map<String, String>>> export(String directory, String account) {
        return SqlFailure.wrap(() -> {
            Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
            for (String table : List.of("recipient", "settlement", "enrolment", "stale_write", "station_journal")) {
                all.put(table, rows(table, RECIPIENT, directory, account));
            }
            all.put("inventory", rows("inventory", DEVICE, directory, account));
            all.put("revocation", rows("revocation", REVOKED, directory, account));
            all.put("audit_name", rows("audit_name", NAMED, directory, account));
            List<Map<String, String>> trail = new ArrayList<>();
            for (Map<String, String> named : all.get("audit_name")) {
                trail.addAll(trail(named.get("reference")));
            }
            all.put("audit_event", trail);
            return all;
        });
    }

    private List<Map<String, String>> rows(String table, String condition, String directory, String account)
            throws SQLException {
        return in.list("SELECT * FROM " + table + " t WHERE " + condition, Row::columns, directory, account, account);
    }

    /** The reference is the subject of an entry, or its recipient. */
    private List<Map<String, String>> trail(String reference) throws SQLException {
        return in.list(
                "SELECT * FROM audit_event WHERE subject = ? OR facts LIKE ? ORDER BY number",
                Row::columns,
                reference,
                "%\"recipient\":\"" + reference.substring(reference.indexOf(':') + 1) + "\"%");
    }

    @Override
    public boolean isInWork(String directory, String account) {
        return SqlFailure.wrap(() -> in.first(
                        "SELECT t.position FROM recipient t WHERE " + RECIPIENT
                                + " AND (t.outcome = 'UNCLEAR' OR EXISTS (SELECT 1 FROM claim c"
                                + " WHERE c.request = t.request AND c.position = t.position AND c.expires > ?))"
                                + context.rowLock(),
                        row -> row.number("position"),
                        directory,
                        account,
                        account,
                        context.now(in))
                .isPresent());
    }

    @Override
    public int erase(String directory, String account) {
        return SqlFailure.wrap(() -> {
            int changed = 0;
            for (String table : List.of("pick_up", "escrowed_pin", "enrolment", "claim", "station_journal")) {
                changed += change("DELETE FROM " + table + " AS t WHERE " + RECIPIENT, directory, account);
            }
            changed += change("UPDATE stale_write AS t SET facts = '{}' WHERE " + RECIPIENT, directory, account);
            changed += change(
                    "UPDATE settlement AS t SET problem_arguments = CASE WHEN problem_code IS NULL THEN NULL ELSE '[]'"
                            + " END, problem_detail = CASE WHEN problem_code IS NULL THEN NULL ELSE '' END, notes = '[]',"
                            + " device_name = CASE WHEN credential IS NULL THEN NULL ELSE '' END WHERE " + RECIPIENT,
                    directory,
                    account);
            changed += change("DELETE FROM inventory AS t WHERE state <> 'IN_USE' AND " + DEVICE, directory, account);
            changed += change(
                    "UPDATE inventory AS t SET holder = '', user_id = '', former_holder = NULL WHERE " + DEVICE,
                    directory,
                    account);
            changed += change(
                    "UPDATE revocation AS t SET user_id = '', user_name = '', passkey_name = '' WHERE " + REVOKED,
                    directory,
                    account);
            changed += change("DELETE FROM audit_name AS t WHERE " + NAMED, directory, account);
            // Last, since the others are found by it.
            changed += change(
                    "UPDATE recipient AS t SET outcome = CASE WHEN outcome = 'PENDING' THEN 'SKIPPED' ELSE outcome"
                            + " END, user_reference = 'erased-' || position, display_name = '', email = '', device_name ="
                            + " '', user_id = '' WHERE " + RECIPIENT,
                    directory,
                    account);
            return changed;
        });
    }

    private int change(String sql, String directory, String account) throws SQLException {
        return in.update(sql, directory, account, account);
    }
}
