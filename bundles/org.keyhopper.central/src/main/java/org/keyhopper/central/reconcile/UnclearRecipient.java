package org.keyhopper.central.reconcile;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.core.request.RecipientState;

/**
 * An unclear recipient with what Central stored.
 *
 * @param last the last enrolment, unless none was begun
 * @param claimedUntil when the claim of a station on it expires, if there is one; may have passed
 */
public record UnclearRecipient(RecipientState state, Optional<Enrolment> last, Optional<Instant> claimedUntil) {}
