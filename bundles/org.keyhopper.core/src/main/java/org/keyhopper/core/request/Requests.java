package org.keyhopper.core.request;

import java.time.Duration;
import java.util.Collection;
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

    /** How long a claim lasts without being renewed, by the clock of the store. */
    Duration CLAIM_LIFE = Duration.ofSeconds(90);

    /** How often a holder renews its claims. */
    Duration CLAIM_RENEWAL = Duration.ofSeconds(20);

    ProvisioningRequest create(String name, String directory, Profile profile, List<Recipient> recipients);

    Optional<ProvisioningRequest> find(RequestId id);

    /** Returns all requests, newest first. */
    List<ProvisioningRequest> list();

    /** Returns all requests, newest first, without their recipients, of which one request may have a hundred thousand. */
    default List<RequestSummary> summaries() {
        return list().stream().map(RequestSummary::of).toList();
    }

    /**
     * Settles a recipient without a ceremony: skipped by the operator, failed before any device was touched, or its passkey
     * revoked.
     */
    void settle(Claim claim, RecipientId recipient, OutcomeRecord outcome);

    /**
     * Makes the claimed recipient PENDING again when it is FAILED or SKIPPED, for another attempt; its history stays in the
     * journal. One that is PROVISIONED or UNCLEAR is refused with {@link StoreException}.
     */
    void reopen(Claim claim);

    /** Removes the request with its journal and PINs; refused with {@link StoreException} while one of its recipients is claimed. */
    void remove(RequestId id);

    /**
     * Returns whether a run can choose whom to provision. Otherwise only {@link #claimNext} gives it recipients, and {@link #claim}
     * is for resolving what was left.
     */
    default boolean canChooseRecipients() {
        return true;
    }

    /**
     * Claims the first recipient, in the order of the request, that is PENDING, or FAILED by a settlement up to
     * {@code failedUntil}, and that no other holder has claimed. A run passes the {@link #latestSettlement} of its start, so
     * that it retries who failed before it, and no one whom it or a run beside it has attempted.
     *
     * @return empty when there is no such recipient now
     * @throws StoreException when there is no such request
     */
    Optional<Claim> claimNext(RequestId request, long failedUntil);

    /**
     * Claims like {@link #claimNext(RequestId, long)} for the next card of a printer.
     *
     * @param printer a name that is unique at this station
     */
    default Optional<Claim> claimNext(RequestId request, long failedUntil, String printer) {
        return claimNext(request, failedUntil);
    }

    /**
     * Claims this recipient, whatever its outcome.
     *
     * @return empty when another holder has claimed it
     * @throws StoreException when there is no such recipient
     */
    Optional<Claim> claim(RecipientId recipient);

    /**
     * Extends claims by {@link #CLAIM_LIFE} from now. A claim that has expired is extended too, unless it was taken over.
     *
     * @return those that are lost
     */
    List<Claim> renew(Collection<Claim> claims);

    /** Returns the recipients of a request that are claimed, by any holder. */
    List<RecipientId> claimed(RequestId request);

    /** Returns the number of the latest settlement in this store, 0 when there is none. */
    long latestSettlement();

    /** Returns the writes about a request that were refused since their claim was lost, in order. */
    List<StaleWrite> staleWrites(RequestId request);

    /**
     * Makes FAILED and SKIPPED recipients PENDING again, all or none. Refused with {@link StoreException} when one of them is
     * claimed, PROVISIONED or UNCLEAR.
     */
    void reopen(RequestId request, Collection<Integer> positions);

    /** Gives the request another name. */
    void rename(RequestId request, String name);

    /** Adds people at the end of the request; they are PENDING. */
    void add(RequestId request, List<Recipient> people);

    /**
     * Removes PENDING people with what was noted of earlier attempts, all or none; the positions of the others stay. Refused with
     * {@link StoreException} when one of them is claimed or has another outcome.
     */
    void removePeople(RequestId request, Collection<Integer> positions);

    /**
     * Replaces what is known of people of the request, by position; their outcomes stay.
     *
     * @return the positions left out since they are claimed
     */
    List<Integer> update(RequestId request, Map<Integer, Recipient> people);

    /**
     * Refuses a claim that is not current any more, as each write under it does. For use before what is done outside of the
     * store and has no record of its own.
     *
     * @throws ClaimLostException when it was released or taken over
     */
    void requireCurrent(Claim claim);
}
