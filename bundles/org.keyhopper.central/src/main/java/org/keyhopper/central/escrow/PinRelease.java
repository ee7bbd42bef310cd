package org.keyhopper.central.escrow;

import java.time.Instant;
import java.util.Objects;
import org.keyhopper.core.request.RecipientId;

/**
 * A sealed PIN was released.
 *
 * @param actor to whom, as the audit trail names it
 * @param reason in that one's words; empty if it was recorded without
 */
public record PinRelease(RecipientId recipient, Instant at, String actor, String reason) {
    public PinRelease {
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(at);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(reason);
    }
}
