package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpLink;
import org.keyhopper.central.pickup.PickUpSession;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Copies of PINs for pick-up, one for each claim, with the links to them and the sessions of their people. */
public interface PickUpTable {

    /** Adds the copy of a claim, or replaces it; its invitation is due at once. */
    void put(long claim, RecipientId recipient, byte[] sealed, Instant kept);

    /** Removes the copy of a claim with all that belongs to it. */
    void remove(long claim);

    /** Returns the copy of a claim and locks its row until the end of the transaction. */
    Optional<PickUpCopy> lock(long claim);

    /** Returns the sealed PIN; empty if it was deleted. */
    Optional<byte[]> sealed(long claim);

    /** Returns the copies whose PINs devices have accepted, the last one of each recipient, in the order of the request. */
    List<PickUpCopy> list(RequestId request);

    /** Stores everything of a copy but the sealed PIN. */
    void update(PickUpCopy copy);

    /** Deletes the sealed PIN of a claim. */
    void drop(long claim);

    /** Deletes the sealed PINs of the device with this credential. */
    void drop(CredentialId credential);

    /** Deletes the sealed PINs of a recipient that belong to other devices than the one with this credential. */
    void dropOthers(RecipientId recipient, CredentialId credential);

    /** Returns the copy whose invitation has been due longest, of a person who is provisioned, and locks its row. */
    Optional<PickUpCopy> due(Instant now);

    /** Adds a link; the ones before it are replaced. */
    void add(PickUpLink link);

    /** Ends the links of a claim. */
    void replaceLinks(long claim);

    Optional<PickUpLink> link(String hash);

    /** Adds a session; forgets those that have expired. */
    void add(PickUpSession session);

    Optional<PickUpSession> session(String hash);

    void removeSession(String hash);
}
