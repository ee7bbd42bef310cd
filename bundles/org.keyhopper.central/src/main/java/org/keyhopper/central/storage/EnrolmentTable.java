package org.keyhopper.central.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.LivingClaim;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;

/** Claims and the enrolments under them. */
public interface EnrolmentTable {

    /**
     * Claims the first PENDING recipient that has no living claim, under a new fencing number.
     *
     * @param idempotencyKey unique for the station
     */
    default Optional<Enrolment> claimNext(
            ProvisioningRequest request, String station, String idempotencyKey, Duration life) {
        return claimNext(request, station, "", idempotencyKey, life);
    }

    /**
     * Claims the first PENDING recipient that has no living claim, under a new fencing number.
     *
     * @param printer of the station for which it claims; empty for the desk
     * @param idempotencyKey unique for the station
     */
    Optional<Enrolment> claimNext(
            ProvisioningRequest request, String station, String printer, String idempotencyKey, Duration life);

    /** Returns the claims of a station that have not expired, and lets no one claim until the end of the transaction. */
    List<LivingClaim> living(String station);

    /** Returns the enrolment that a station claimed with this key. */
    Optional<Enrolment> claimedWith(String station, String idempotencyKey);

    /** Returns the enrolment of a claim and locks its row until the end of the transaction. */
    Optional<Enrolment> lock(long claim);

    /**
     * Returns when the claim expires and locks it until the end of the transaction, so that no other one takes its place;
     * empty if it is not current: released, or another one has taken its place.
     */
    Optional<Instant> expiry(long claim);

    /**
     * Extends a current claim from now, also one that has expired; returns the new expiry.
     *
     * @throws org.keyhopper.core.request.StoreException if it is not current
     */
    Instant renew(long claim, Duration life);

    /** Replaces the enrolment. */
    void put(Enrolment enrolment);

    /** Marks the recipient as UNCLEAR until it is settled; returns whether it was PENDING. */
    boolean open(RecipientId recipient);

    /** Makes an opened recipient PENDING again, after a call to the directory that had no effect. */
    void reopen(RecipientId recipient);

    /** Records the outcome of the recipient and ends the claim. */
    void settle(Enrolment enrolment, OutcomeRecord outcome);

    /** Ends the claim without an outcome. */
    void release(long claim);

    void put(InventoryEntry entry);

    /**
     * Reserves the enrolment for a call to the directory by this instance of Central.
     *
     * @return false while another call is being carried out by an instance that runs
     */
    boolean reserve(long claim);

    /**
     * Ends the reservation by this instance.
     *
     * @return false if it has none: another instance has taken it over
     */
    boolean unreserve(long claim);

    /** Keeps a write under a claim that is not current, as evidence. */
    void keepStaleWrite(Enrolment enrolment, String operation, Map<String, String> facts);
}
