package org.keyhopper.central.storage;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.inventory.InventoryEntry;

/** The inventory, for lists. */
public interface InventoryTable {

    /** Returns entries with a later credential id, as base64url, in order. */
    List<Row> after(String credential, int limit);

    /** Returns the entry of a credential id, as base64url. */
    Optional<Row> find(String credential);

    /**
     * An entry.
     *
     * @param site of its request; empty if that was deleted
     */
    record Row(String key, InventoryEntry entry, String site) {}
}
