package org.keyhopper.central.inventory;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.core.inventory.InventoryEntry;

/** The inventory. Blocking on the database; any thread. */
public interface ProvisionedDevices {

    /** Returns the devices that the caller may see, in the order of their credential ids. */
    Answer<Page<InventoryEntry>> list(Caller caller, Optional<String> after, int limit);
}
