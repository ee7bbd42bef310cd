package org.keyhopper.core.inventory;

import java.util.List;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;

/** The devices we provisioned. Blocking on the disk for milliseconds; any thread. */
public interface Inventory {

    /** Adds or replaces the entry of its credential. */
    void put(InventoryEntry entry);

    List<InventoryEntry> list();

    /** Returns entries in use with this serial number. */
    List<InventoryEntry> withSerial(String serial);

    /** Returns entries in use of this model, newest first, at most {@code limit}. */
    List<InventoryEntry> ofModel(UUID aaguid, int limit);

    /** Notes that a device was reset or its passkey revoked; does nothing for an unknown credential. */
    void mark(CredentialId credential, InventoryEntry.State state);
}
