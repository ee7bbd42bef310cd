package org.keyhopper.store.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The tables whose rows carry a MAC. A column that is added to one of them must be null or empty in the rows that exist: such
 * values are not part of the MAC.
 */
enum ProtectedTable {
    REQUEST(row -> "Request " + row.get("id") + " (" + row.get("name") + ")"),
    RECIPIENT(row ->
            "Person " + row.get("position") + " (" + row.get("user_reference") + ") of request " + row.get("request")),
    SETTLEMENT(row ->
            "Result " + row.get("number") + " of person " + row.get("position") + " of request " + row.get("request")),
    CEREMONY(row ->
            "Enrolment " + row.get("id") + " of person " + row.get("position") + " of request " + row.get("request")),
    JOURNAL_ENTRY(row -> "Entry " + row.get("number") + " in the journal of enrolment " + row.get("ceremony")),
    INVENTORY(row -> "The device of " + row.get("holder") + " (" + row.get("model") + ") in the inventory"),
    DIRECTORY_ACCOUNT(row -> "The settings of directory " + row.get("name")),
    READER_BINDING(row -> "The reader of printer " + row.get("printer")),
    REVOCATION(row -> "Revocation " + row.get("id") + " of a passkey of " + row.get("user_name")),
    ESCROW_CERTIFICATE(row -> "Escrow certificate " + row.get("fingerprint")),
    STATION_AUDIT(row -> "Entry " + row.get("number") + " of the audit trail");

    private final Function<Map<String, String>, String> description;

    ProtectedTable(Function<Map<String, String>, String> description) {
        this.description = description;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a row is about, as the subject of a sentence. */
    String describe(Map<String, String> row) {
        return description.apply(row);
    }

    static ProtectedTable of(String table) {
        return Arrays.stream(values())
                .filter(it -> it.table().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
