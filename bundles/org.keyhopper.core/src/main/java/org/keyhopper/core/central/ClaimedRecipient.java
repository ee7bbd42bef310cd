package org.keyhopper.core.central;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.RecipientId;

/**
 * A claim at Central.
 *
 * @param claim the fencing number
 * @param expires by Central's clock, unless it is renewed
 * @param recipient who was claimed
 * @param obstacles what stands in the way for the device of the call; empty if there is nothing, or no device was named
 */
public record ClaimedRecipient(long claim, Instant expires, RecipientId recipient, List<Problem> obstacles) {
    public ClaimedRecipient {
        Objects.requireNonNull(expires);
        Objects.requireNonNull(recipient);
        obstacles = List.copyOf(obstacles);
    }
}
