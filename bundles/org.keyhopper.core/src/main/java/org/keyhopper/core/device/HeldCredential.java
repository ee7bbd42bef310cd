package org.keyhopper.core.device;

import java.util.Optional;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.core.inventory.InventoryEntry;

/**
 * A credential on a device.
 *
 * @param stored the credential as the device lists it
 * @param entry the inventory's entry, if it was made here
 */
public record HeldCredential(StoredCredential stored, Optional<InventoryEntry> entry) {}
