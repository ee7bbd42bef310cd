package org.keyhopper.central.pickup;

import java.time.Duration;
import java.time.Instant;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;

/**
 * How a person gets to see the initial PIN of their device: by the link of an invitation, a sign-in with another factor than the new
 * passkey, and once. Blocking on the database; any thread. Every refusal is recorded in the audit trail.
 *
 * <p>A link is refused with PICK_UP_UNKNOWN, PICK_UP_REPLACED, PICK_UP_EXPIRED, PICK_UP_DONE or PICK_UP_ENDED; a call without a
 * session with PICK_UP_SIGNED_OUT.
 */
public interface PickUp {

    /** How long a session lasts. */
    Duration SESSION_LIFE = Duration.ofMinutes(10);

    /**
     * Returns the hash by which {@link #signIn} knows the link, if it can be used.
     *
     * @param token as it is in the link
     */
    Answer<String> open(String call, String token);

    /**
     * Opens a session; returns the value of its cookie, which is not stored. PICK_UP_OTHER_PERSON if the account is not the one for
     * which the device was provisioned, PICK_UP_NO_FACTOR, PICK_UP_NOT_FRESH.
     *
     * @param link as {@link #open} returned it
     * @param begun when the person was sent to the identity provider, by the clock of the database
     */
    Answer<String> signIn(String call, String link, Instant begun, ProvenPerson person);

    /** Returns what the person is shown before the PIN. */
    Answer<PickUpVisit> visit(String call, String cookie);

    /**
     * Returns the PIN, after that was recorded; the caller closes it. PICK_UP_SHOWN if it was shown before, FORGERY_SUSPECTED without
     * the token of the session.
     */
    Answer<Secret> show(String call, String cookie, String csrf);

    /** Records that the person has noted the PIN, deletes the copy and ends the session. OUT_OF_ORDER before it was shown. */
    Answer<Boolean> confirm(String call, String cookie, String csrf);
}
