package org.keyhopper.central.enrolment;

import java.time.Instant;
import java.util.Objects;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientId;

/**
 * A claim as its station learns of it.
 *
 * @param claim the fencing number
 * @param expires unless it is renewed, by the clock of the database
 * @param eligibility of the device of the call; without an obstacle if no device was named
 */
public record ClaimedRecipient(
        long claim,
        Instant expires,
        RecipientId id,
        Recipient recipient,
        String directory,
        Profile profile,
        Eligibility eligibility) {
    public ClaimedRecipient {
        Objects.requireNonNull(eligibility);
    }
}
