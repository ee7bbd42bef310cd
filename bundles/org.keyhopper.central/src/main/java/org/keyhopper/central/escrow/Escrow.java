package org.keyhopper.central.escrow;

import java.util.List;
import java.util.Optional;
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

    /** Returns what was handed over of a request, the latest first; needs VIEW_INITIAL_PIN. */
    Answer<List<PinRelease>> releases(Caller caller, RequestId request);

    /**
     * Hands over the sealed PIN of a recipient, after recording that with the reason; needs VIEW_INITIAL_PIN. BAD_CALL without a
     * reason, PIN_RELEASED if the caller has got it before, TOO_MANY_CALLS after a hundred PINs in an hour, and OWN_REQUEST for the
     * creator of the request where policy demands a second person for every request.
     *
     * @param reason why, in the words of the caller
     */
    Answer<SealedPin> handOver(Caller caller, RecipientId recipient, String reason);
}
