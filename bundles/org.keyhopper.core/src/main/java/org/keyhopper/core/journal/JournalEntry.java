package org.keyhopper.core.journal;

import java.time.Instant;
import java.util.Map;

/** One line of the journal. Facts are never secrets. */
public record JournalEntry(JournalPoint point, Map<String, String> facts, Instant at) {
    public JournalEntry {
        facts = Map.copyOf(facts);
    }
}
