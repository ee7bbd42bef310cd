package org.keyhopper.central.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;

/**
 * The calls of a station for one recipient: claim, begin, register, prove, release. Blocking on database and directory;
 * any thread, any instance of Central.
 *
 * <p>Each call may be repeated with the same arguments after a lost answer, also to a restarted server, and then has the
 * effect of one call. Each is recorded in the audit trail, done or refused. {@link Answer.Failed} means that nothing was
 * changed; {@link Answer.Unclear} that the directory has not answered and the same call has to be repeated.
 *
 * <p>Person, options and challenges belong to the claim. A station names only the claim, whose number it learned when it
 * claimed; one of another station is NO_SUCH_CLAIM, an old one is CLAIM_LOST and is kept as evidence.
 */
public interface Enrolments {

    /** The most living claims of one printer: the card in its encoder, and the next one. */
    int MOST_CLAIMS_OF_PRINTER = 2;

    /** The most living claims of one station. */
    int MOST_CLAIMS_OF_STATION = 16;

    /** How long a claim lasts without being renewed. */
    Duration CLAIM_LIFE = Duration.ofSeconds(90);

    /**
     * Claims the next PENDING recipient.
     *
     * @return empty when there is no one left now; TOO_MANY_CLAIMS while the desk has a living claim, or the printer two
     */
    Answer<Optional<ClaimedRecipient>> claim(Caller caller, RequestId request, ClaimOrder order);

    /** Claims the next PENDING recipient for a station's desk. */
    default Answer<Optional<ClaimedRecipient>> claim(
            Caller caller, RequestId request, String idempotencyKey, Optional<DeviceReport> device) {
        return claim(caller, request, new ClaimOrder(idempotencyKey, Optional.empty(), device));
    }

    /** Extends a claim; returns its new expiry. */
    Answer<Instant> renew(Caller caller, long claim);

    /**
     * Fetches the options of the directory for this device. From here on the recipient is UNCLEAR until it is proved or
     * released.
     */
    Answer<BegunEnrolment> begin(Caller caller, long claim, DeviceReport device);

    /**
     * Verifies a registration (WebAuthn level 3 section 7.1) against the options of the claim and the model of its device,
     * and registers it at the directory.
     *
     * @param name of the passkey in the person's list
     * @return the directory's handle of the passkey
     */
    Answer<String> register(Caller caller, long claim, NewCredential credential, String name);

    /**
     * Verifies an assertion over Central's own challenge (section 7.2) with the registered key, reads the passkey back from
     * the directory, and records the recipient as PROVISIONED.
     */
    Answer<Outcome> prove(Caller caller, long claim, CredentialId credential, Assertion assertion);

    /** Gives the claim back, after removing from the directory what was begun; returns the outcome of the recipient. */
    Answer<Outcome> release(Caller caller, long claim, ReleaseOrder order);
}
