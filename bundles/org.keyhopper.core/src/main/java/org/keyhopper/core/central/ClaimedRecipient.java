package org.keyhopper.core.central;

import java.time.Instant;
import java.util.Objects;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.core.request.RecipientId;

/**
 * A claim at Central.
 *
 * @param claim the fencing number
 * @param expires by Central's clock, unless it is renewed
 * @param recipient who was claimed
 * @param eligibility of the device of the call; without an obstacle if no device was named
 */
public record ClaimedRecipient(long claim, Instant expires, RecipientId recipient, Eligibility eligibility) {
    public ClaimedRecipient {
        Objects.requireNonNull(expires);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(eligibility);
    }
}
