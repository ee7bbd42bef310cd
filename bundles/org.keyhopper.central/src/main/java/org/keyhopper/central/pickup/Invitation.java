package org.keyhopper.central.pickup;

import java.time.Instant;
import org.keyhopper.core.request.RecipientId;

/**
 * An invitation to be sent now.
 *
 * @param name of the person
 * @param address of the person's mail; may be empty
 * @param token for the link, which is stored as a hash only
 * @param expires when the link ends
 */
public record Invitation(
        long claim, RecipientId recipient, String name, String address, String token, Instant expires) {
    /** Returns the invitation without its secret. */
    @Override
    public String toString() {
        return "Invitation of " + recipient + " until " + expires;
    }
}
