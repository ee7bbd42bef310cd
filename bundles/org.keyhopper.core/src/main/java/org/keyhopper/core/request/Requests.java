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

    /** Settles a recipient without a ceremony: skipped by the operator, or failed before any device was touched. */
    void settle(RecipientId recipient, OutcomeRecord outcome);

    /** Makes the recipients PENDING again, for another attempt; their history stays in the journal. */
    void reopen(RequestId id, List<Integer> positions);

    /** Replaces what is known of people, by position; their outcomes stay. */
    void update(RequestId id, Map<Integer, Recipient> people);

    /** Removes the request with its journal and PINs; refused with {@link StoreException} while leased. */
    void remove(RequestId id);

    /**
     * Takes the request for one run, so that two operators never work on it at once.
     *
     * @return empty when a living process holds it
     */
    Optional<Lease> lease(RequestId id);

    /** The right to run a request; ends with the process at the latest. */
    @FunctionalInterface
    interface Lease extends AutoCloseable {
        /** Gives the request free. Idempotent. */
        @Override
        void close();
    }
}
