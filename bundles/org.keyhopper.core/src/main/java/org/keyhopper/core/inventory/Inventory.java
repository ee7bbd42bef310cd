package org.keyhopper.core.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.request.Claim;

/** The devices that were provisioned. Blocking on the disk for milliseconds; any thread. */
public interface Inventory {

    /** Adds or replaces the entry of its credential, made for the claimed recipient. */
    void put(Claim claim, InventoryEntry entry);

    List<InventoryEntry> list();

    /** Returns the entry of a credential, in any state; empty if it was not created here. */
    Optional<InventoryEntry> find(CredentialId credential);

    /** Returns entries in use with this serial number. */
    List<InventoryEntry> withSerial(String serial);

    /** Returns entries in use of this model, newest first, at most {@code limit}. */
    List<InventoryEntry> ofModel(UUID aaguid, int limit);

    /**
     * Updates the name of a holder in all entries, in any state; the name at the time of issue is kept as the former one.
     * Does nothing if the holder has no entry, or already has this name.
     */
    void rename(String directory, String userId, String holder);

    /** Records a change that a ceremony under this claim made to a passkey or its device; ignores an unknown credential. */
    void mark(Claim claim, CredentialId credential, InventoryEntry.State state);

    /**
     * Records a change to a passkey or its device outside of any run; ignores an unknown credential. It is a fact about a
     * device or the directory, so it is recorded whether or not the recipient is claimed.
     */
    void mark(CredentialId credential, InventoryEntry.State state);
}
