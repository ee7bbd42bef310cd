package org.keyhopper.core.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;

/**
 * The requests kept at this station. Blocking on the disk for milliseconds; any thread. What a method returned for is on
 * the disk. Disk and database failures are {@link StoreException}.
 */
public interface Requests {

    ProvisioningRequest create(String name, String directory, Profile profile, List<Recipient> recipients);

    Optional<ProvisioningRequest> find(RequestId id);

    /** Returns all requests, newest first. */
    List<ProvisioningRequest> list();

    /**
     * Settles a recipient without a ceremony: skipped by the operator, failed before any device was touched, or its passkey
     * revoked.
     */
    void settle(Lease lease, RecipientId recipient, OutcomeRecord outcome);

    /**
     * Makes FAILED and SKIPPED recipients PENDING again, for another attempt; their history stays in the journal. A recipient
     * that is PROVISIONED or UNCLEAR is refused.
     */
    void reopen(Lease lease, List<Integer> positions);

    /** Replaces what is known of people of the request, by position; their outcomes stay. */
    void update(Lease lease, Map<Integer, Recipient> people);

    /** Removes the request with its journal and PINs; refused with {@link StoreException} while leased. */
    void remove(RequestId id);

    /**
     * Takes the request for one run or one change, so that two operators never work on it at once.
     *
     * @return empty when a living process holds it
     */
    Optional<Lease> lease(RequestId id);

    /**
     * Refuses a lease that is not current any more, as each write under it does. For use before what is done outside of the
     * store and has no record of its own.
     */
    void requireCurrent(Lease lease);

    /**
     * The right to change a request; ends with the process at the latest. Each write under it carries its number, and is
     * refused with {@link LeaseLostException} once it is released or was taken over, also when the lease of the taker has
     * ended since.
     */
    interface Lease extends AutoCloseable {

        /** Returns the request to which it applies. */
        RequestId request();

        /** Returns the fencing number: higher than that of every earlier lease in this store, and never given again. */
        long number();

        /** Gives the request free. Idempotent. */
        @Override
        void close();
    }
}
