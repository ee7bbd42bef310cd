package org.keyhopper.central.request;

import java.time.Instant;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.core.request.RecipientState;

/**
 * A recipient with a living claim.
 *
 * @param station the name of the station that holds the claim
 * @param operator the name of the operator who is signed in there; empty if none is
 * @param state how far the enrolment is
 * @param expires when the claim ends unless the station renews it
 */
public record ActiveClaim(
        RecipientState recipient, String station, String operator, Enrolment.State state, Instant expires) {}
