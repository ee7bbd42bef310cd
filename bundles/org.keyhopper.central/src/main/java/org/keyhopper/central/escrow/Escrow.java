package org.keyhopper.central.escrow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * The escrow of initial PINs. A station stores the sealed PIN before it gives the PIN to the device, and confirms it
 * afterwards: whatever dies in between, no device has a PIN that the PIN office cannot find. Blocking on the database; any
 * thread. All calls may be repeated, and are recorded in the audit trail, done or refused.
 */
public interface Escrow {

    /** Returns the certificate to which stations seal, DER; empty if none is configured. */
    Optional<byte[]> certificate();

    /** Returns the certificate to which stations seal a copy for pick-up, DER; empty while pick-up is off. */
    Optional<byte[]> pickUpCertificate();

    /**
     * Stores a PIN that is going to be given to the device of a claim, in the place of one that was not confirmed.
     *
     * @param stationKey the key of the calling station, as a JWK
     * @param sealed CMS: signed data of the station, with the claim in its signed attributes, around authenticated-enveloped
     *     data (RFC 5083) for the escrow certificate
     */
    default Answer<Boolean> keep(Caller station, String stationKey, long claim, byte[] sealed) {
        return keep(station, stationKey, claim, sealed, Optional.empty());
    }

    /**
     * Stores a PIN with a copy of it for its person to pick up.
     *
     * @param forPickUp the same, for the pick-up certificate alone; not stored while pick-up is off
     */
    Answer<Boolean> keep(Caller station, String stationKey, long claim, byte[] sealed, Optional<byte[]> forPickUp);

    /** Records that the device of a claim has accepted its PIN. */
    Answer<Boolean> confirm(Caller station, long claim);

    /** Returns the confirmed PINs of a request, the last one of each recipient; needs VIEW_INITIAL_PIN. */
    Answer<List<SealedPin>> list(Caller caller, RequestId request);

    /** Returns what was released of a request, the latest first; needs VIEW_INITIAL_PIN. */
    Answer<List<PinRelease>> releases(Caller caller, RequestId request);

    /**
     * Releases the sealed PIN of a recipient, after recording that with the reason; needs VIEW_INITIAL_PIN. BAD_CALL without a
     * reason, PIN_RELEASED if the caller has got it before, TOO_MANY_CALLS after a hundred PINs in an hour, and OWN_REQUEST for the
     * creator of the request where policy demands a second person for every request.
     *
     * @param reason why, in the words of the caller
     */
    Answer<SealedPin> release(Caller caller, RecipientId recipient, String reason);

    /**
     * Records that people have their letters or PINs: of all of them, or of none. Needs VIEW_INITIAL_PIN; NO_SUCH_PIN or
     * PIN_NOT_RELEASED if that cannot be. What was recorded before stays as it was.
     *
     * @return the positions that were recorded now
     */
    Answer<Set<Integer>> handOver(Caller caller, RequestId request, Set<Integer> positions);

    /** Records that people have confirmed that their PINs work; as {@link #handOver}. */
    Answer<Set<Integer>> confirmReceipt(Caller caller, RequestId request, Set<Integer> positions);

    /** Counts the overdue PINs of each request in which the caller has VIEW_INITIAL_PIN, without those that have none. */
    Map<RequestId, Integer> overdue(Caller caller);
}
