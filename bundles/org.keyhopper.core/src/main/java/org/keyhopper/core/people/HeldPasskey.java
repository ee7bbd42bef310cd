package org.keyhopper.core.people;

import java.util.Optional;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.inventory.InventoryEntry;

/**
 * A passkey of a user, as the directory lists it now.
 *
 * @param entry the inventory's entry, if the passkey was made here
 */
public record HeldPasskey(RegisteredPasskey passkey, Optional<InventoryEntry> entry) {}
