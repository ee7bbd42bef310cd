package org.keyhopper.core.device;

import java.util.Optional;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.core.inventory.InventoryEntry;

/**
 * A credential on a device.
 *
 * @param stored as the device lists it
 * @param ours the inventory's entry, if we made it: to whom it was given
 */
public record HeldCredential(StoredCredential stored, Optional<InventoryEntry> ours) {}
