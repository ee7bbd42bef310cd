package org.keyhopper.core.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.request.Claim;

/** The devices we provisioned. Blocking on the disk for milliseconds; any thread. */
public interface Inventory {

    /** Adds or replaces the entry of its credential, made for the claimed recipient. */
    void put(Claim claim, InventoryEntry entry);

    List<InventoryEntry> list();

    /** Returns the entry of a credential, in whatever state; empty when it is none of ours. */
    Optional<InventoryEntry> find(CredentialId credential);

    /** Returns entries in use with this serial number. */
    List<InventoryEntry> withSerial(String serial);

    /** Returns entries in use of this model, newest first, at most {@code limit}. */
    List<InventoryEntry> ofModel(UUID aaguid, int limit);

    /**
     * Notes what somebody is called now, in whatever state their devices are; the name under which each was given is kept
     * beside. Does nothing for somebody who has none, or who is called so.
     */
    void rename(String directory, String userId, String holder);

    /** Notes what a ceremony under this claim did to a passkey or its device; does nothing for an unknown credential. */
    void mark(Claim claim, CredentialId credential, InventoryEntry.State state);

    /**
     * Notes what became of a passkey or its device outside of any run; does nothing for an unknown credential. It is a fact
     * about a device at hand or about the directory, so it is noted whatever is done for the request meanwhile.
     */
    void mark(CredentialId credential, InventoryEntry.State state);
}
