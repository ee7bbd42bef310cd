package org.keyhopper.core.central;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The calls of a joined station. Person, options and challenges belong to the claim, so that a station names nothing but the
 * claim's number. One recipient takes at most six calls: claim, the same claim once more for the obstacles of the device, begin,
 * register, prove, release. The PIN travels with begin, and its confirmation with register.
 *
 * <p>Any thread. Each method blocks on the network for at most {@code 40 s}; it is interruptible. Each may be repeated with the
 * same arguments and then has the effect of one call. An implementation repeats a call by itself a few times after a lost
 * answer.
 *
 * <p>{@link Answer.Failed} means that the call changed nothing: Central refused it, or was certainly not reached ({@link
 * CentralConnectionProblem#UNREACHABLE}). {@link Answer.Unclear} means that it may have been carried out, or that Central waits
 * for its directory; the caller repeats it. After an attempt without an answer, a call fails only if Central has looked at what
 * it is about: a refusal for who calls, or by what stands before Central, says nothing about that attempt. Problems of Central
 * have the codes of its API, such as {@code central.claim-lost}.
 */
@ConsumerType
public interface CentralEnrolments {

    /** Returns for whom Central takes the calls. */
    Answer<CentralAccess> access();

    /** Returns the requests that the station may see, newest first. */
    Answer<List<ProvisioningRequest>> requests();

    /** Returns one request; {@code central.no-such-request} if there is none. */
    Answer<ProvisioningRequest> request(RequestId id);

    /** Makes the recipients of a request that have failed PENDING again; returns how many they are. */
    Answer<Integer> retryFailed(RequestId request);

    /**
     * Claims the next PENDING recipient of a request.
     *
     * @param idempotencyKey of this claim, at most 100 characters: the same key returns the same claim
     * @param printer the name of the printer for whose next card it is claimed; empty at the desk. A printer may have a second
     *     living claim, for the card after that
     * @param device for which the directory's obstacles are wanted
     * @return empty when there is no one left now
     */
    Answer<Optional<ClaimedRecipient>> claim(
            RequestId request, String idempotencyKey, String printer, Optional<DeviceReport> device);

    /** Extends a claim by 90 s from now; returns its new expiry by Central's clock. */
    Answer<Instant> renew(long claim);

    /**
     * Fetches options for this device. From here on the recipient is UNCLEAR until it is proved or released.
     *
     * @param pin that the device is to get, kept as {@link #keepPin} keeps it; where there is no escrow certificate, nothing is
     *     begun either. It stays with the caller
     */
    Answer<BegunEnrolment> begin(long claim, DeviceReport device, Optional<Secret> pin);

    /**
     * Submits a registration, which Central verifies and registers at the directory.
     *
     * @param name of the passkey in the person's list
     * @param pinAccepted whether the device has accepted a PIN that was kept, which is confirmed before the directory is called
     */
    Answer<RegisteredEnrolment> register(long claim, NewCredential credential, String name, boolean pinAccepted);

    /**
     * Submits the assertion over the client data of {@link #begin}. Central verifies it, reads the passkey back from the
     * directory and records the recipient as PROVISIONED; the claim has ended then.
     */
    Answer<Outcome> prove(long claim, CredentialId credential, Assertion assertion);

    /**
     * Seals a PIN to the escrow certificate of the organisation and keeps it at Central, before the device gets it; {@code
     * central.no-escrow} if there is no such certificate. Where people pick up their PINs, a copy is sealed for that and kept with it, if
     * its certificate was confirmed at this station.
     *
     * @param pin stays with the caller
     */
    Answer<Boolean> keepPin(long claim, Secret pin);

    /** Confirms that the device has accepted the PIN; {@code central.no-such-pin} if none was kept. */
    Answer<Boolean> confirmPin(long claim);

    /** Gives the claim back; Central removes what it had begun at the directory. Returns the outcome of the recipient. */
    Answer<Outcome> release(long claim, ReleaseOrder order);

    /**
     * Closes the connections, whose buffers hold tokens of who has signed in. Calls in progress and later ones connect anew.
     * Does not block.
     */
    void disconnect();
}
