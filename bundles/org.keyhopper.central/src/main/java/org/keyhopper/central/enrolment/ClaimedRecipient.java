package org.keyhopper.central.enrolment;

import java.time.Instant;
import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientId;

/**
 * A claim as its station learns of it.
 *
 * @param claim the fencing number
 * @param expires unless it is renewed, by the clock of the database
 * @param obstacles what stands in the way for the device of the call; empty if there is nothing, or no device was named
 */
public record ClaimedRecipient(
        long claim,
        Instant expires,
        RecipientId id,
        Recipient recipient,
        String directory,
        Profile profile,
        List<Problem> obstacles) {
    public ClaimedRecipient {
        obstacles = List.copyOf(obstacles);
    }
}
