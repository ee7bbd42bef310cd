package org.keyhopper.core.request;

import java.time.Instant;
import java.util.Map;

/**
 * A write that came under a claim which was no longer current. It was not applied, and is kept as evidence of what its sender
 * did to a device or a directory.
 *
 * @param recipient to whom the write applied
 * @param claim the fencing number under which it came
 * @param operation the operation that was refused: {@code record MAKING}, {@code close} or {@code settle}
 * @param facts what would have been written
 * @param at when the store refused it
 */
public record StaleWrite(RecipientId recipient, long claim, String operation, Map<String, String> facts, Instant at) {

    public StaleWrite {
        facts = Map.copyOf(facts);
    }
}
