package org.keyhopper.core.request;

/**
 * The right to provision, reconcile or settle one recipient: the unit of work of a run. Held by at most one holder at a time.
 * It expires {@link Requests#CLAIM_LIFE} after it was taken or last renewed, by the clock of the store, and ends at once when
 * the store notices that the process of its holder has ended.
 *
 * <p>An expired claim stays current, and its writes are accepted, until another holder takes the recipient; from then on each
 * write under it is refused with {@link ClaimLostException} and kept as a {@link StaleWrite}.
 */
public interface Claim extends AutoCloseable {

    /** Returns the recipient to whom it applies. */
    RecipientId recipient();

    /** Returns the request of the recipient. */
    default RequestId request() {
        return recipient().request();
    }

    /** Returns the fencing number: higher than that of every earlier claim in this store, and never issued again. */
    long number();

    /** Releases the recipient for other holders. Idempotent; does nothing when the claim was lost. */
    @Override
    void close();
}
