package org.keyhopper.central.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.reconcile.UnclearRecipient;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Recipients whose outcome is not known. */
public interface UnclearTable {

    /** Returns those of a request, in its order. */
    List<UnclearRecipient> list(RequestId request);

    /** Returns the last enrolment of a recipient and locks its row until the end of the transaction. */
    Optional<Enrolment> lockLast(RecipientId recipient);

    /** Returns when the claim on a recipient expires and locks it; empty if there is none. */
    Optional<Instant> claimedUntil(RecipientId recipient);

    /** Locks the row of a recipient until the end of the transaction; returns the outcome. */
    Optional<Outcome> lockOutcome(RecipientId recipient);

    /** Records the outcome; the claim on the recipient, if there is one, ends unless the outcome is UNCLEAR. */
    void settle(RecipientId recipient, OutcomeRecord outcome);

    /** Makes the recipient PENDING again, and ends the claim on it. */
    void reopen(RecipientId recipient);

    /**
     * Claims the recipient for the proof of a passkey that is registered already, under a new fencing number; takes the place
     * of any other claim on it.
     *
     * @param begun of the enrolment whose passkey is proved, with a new challenge
     */
    Enrolment claim(Enrolment begun, String station, ClaimOrder order, Duration life);

    /** Returns the inventory of an account. */
    List<InventoryEntry> devicesOf(String directory, String userId);

    /** Changes the state of a credential in the inventory, if it is there. */
    void mark(CredentialId credential, InventoryEntry.State state);
}
