package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.RecipientId;

/**
 * What a PIN is encrypted for: ceremony, recipient, and the directory's id of the person that the journal has.
 *
 * @param data the associated data of its ciphertext
 * @param earlier those of a version that left the person out
 */
record PinPlace(AssociatedData data, AssociatedData earlier) {

    static PinPlace of(Transaction in, CeremonyId ceremony, RecipientId recipient) throws SQLException {
        String user = in.first(
                        "SELECT * FROM journal_entry WHERE ceremony = ? AND point = ? ORDER BY number",
                        row -> Json.map(
                                row.verified(ProtectedTable.JOURNAL_ENTRY).text("facts")),
                        ceremony.value(),
                        JournalPoint.STARTED)
                .flatMap(facts -> Optional.ofNullable(facts.get(JournalFacts.USER_ID)))
                .orElse("");
        String id = Long.toString(ceremony.value());
        String request = recipient.request().value();
        String position = Integer.toString(recipient.position());
        return new PinPlace(
                new AssociatedData("pin", id, request, position, user),
                new AssociatedData("pin", id, request, position));
    }
}
