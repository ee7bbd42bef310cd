package org.keyhopper.core.journal;

import java.util.Objects;
import org.keyhopper.core.request.RecipientId;

/**
 * An entry of the journal with its place.
 *
 * @param number ascending in one store, not always by one
 */
public record NumberedEntry(long number, CeremonyId ceremony, RecipientId recipient, JournalEntry entry) {
    public NumberedEntry {
        Objects.requireNonNull(ceremony);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(entry);
    }
}
