package org.keyhopper.core.journal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.RecipientId;

/** A ceremony as the journal has it, entries in order. */
public record CeremonyRecord(CeremonyId id, RecipientId recipient, boolean closed, List<JournalEntry> entries) {

    public CeremonyRecord {
        entries = List.copyOf(entries);
    }

    /** Returns whether this point was reached. */
    public boolean reached(JournalPoint point) {
        return entries.stream().anyMatch(entry -> entry.point() == point);
    }

    /** Returns the last value written under the key, at whatever point. */
    public Optional<String> fact(String key) {
        return entries.reversed().stream()
                .filter(entry -> entry.facts().containsKey(key))
                .map(entry -> entry.facts().get(key))
                .findFirst();
    }
}
