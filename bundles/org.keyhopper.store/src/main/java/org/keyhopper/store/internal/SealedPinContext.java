package org.keyhopper.store.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.StoreException;

/**
 * What a sealed PIN is bound to: request, person, ceremony and device, from the rows that say so now. A PIN whose rows were
 * changed since, or that was moved to other rows, has another context than the one that was signed.
 */
final class SealedPinContext {

    private SealedPinContext() {}

    /** Returns the context as a URI, such as {@code pin:R7K3M/4?ceremony=17&user=…&account=…&aaguid=…&serial=…}. */
    static String of(Transaction in, CeremonyId ceremony) throws SQLException {
        Map<String, String> facts = in.first(
                        "SELECT * FROM journal_entry WHERE ceremony = ? AND point = ? ORDER BY number",
                        row -> Json.map(
                                row.verified(ProtectedTable.JOURNAL_ENTRY).text("facts")),
                        ceremony.value(),
                        JournalPoint.STARTED)
                .orElseThrow(() -> new StoreException("Enrolment " + ceremony.value() + " is not in the journal."));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("ceremony", Long.toString(ceremony.value()));
        parts.put("user", facts.getOrDefault(JournalFacts.USER_ID, ""));
        parts.put("account", facts.getOrDefault(JournalFacts.USER_NAME, ""));
        parts.put("aaguid", facts.getOrDefault(JournalFacts.AAGUID, ""));
        parts.put("serial", facts.getOrDefault(JournalFacts.SERIAL, ""));
        return recipientOf(in, ceremony, facts)
                + parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The recipient's own id must be the journal's: else its row was changed to have someone else's letter. */
    private static String recipientOf(Transaction in, CeremonyId ceremony, Map<String, String> facts)
            throws SQLException {
        return in.first(
                        "SELECT r.* FROM ceremony c JOIN recipient r"
                                + " ON r.request = c.request AND r.position = c.position WHERE c.id = ?",
                        row -> {
                            String user = row.verified(ProtectedTable.RECIPIENT).text("user_id");
                            boolean same =
                                    user.isEmpty() || user.equals(facts.getOrDefault(JournalFacts.USER_ID, user));
                            return "pin:" + row.text("request") + "/" + row.number("position")
                                    + (same ? "" : "/other-person");
                        },
                        ceremony.value())
                .orElseThrow(() -> new StoreException("Enrolment " + ceremony.value() + " has no person."));
    }
}
