package org.keyhopper.ui.fakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.Claim;

/** An in-memory inventory. */
public final class FakeInventory implements Inventory {

    private final Map<CredentialId, InventoryEntry> entries = new LinkedHashMap<>();

    @Override
    public void put(Claim claim, InventoryEntry entry) {
        put(entry);
    }

    /** Adds an entry for a device that was handed out before. */
    public synchronized void put(InventoryEntry entry) {
        entries.put(entry.credential(), entry);
    }

    @Override
    public synchronized List<InventoryEntry> list() {
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized Optional<InventoryEntry> find(CredentialId credential) {
        return Optional.ofNullable(entries.get(credential));
    }

    @Override
    public List<InventoryEntry> withSerial(String serial) {
        return list().stream()
                .filter(entry -> entry.serial().equals(Optional.of(serial)))
                .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                .toList();
    }

    @Override
    public List<InventoryEntry> ofModel(UUID aaguid, int limit) {
        throw new UnsupportedOperationException("identification is not supported");
    }

    @Override
    public synchronized void rename(String directory, String userId, String holder) {
        entries.replaceAll(
                (id, old) -> old.directory().equals(directory) && old.userId().equals(userId)
                        ? DeviceSamples.called(holder, old)
                        : old);
    }

    @Override
    public void mark(Claim claim, CredentialId credential, InventoryEntry.State state) {
        mark(credential, state);
    }

    @Override
    public synchronized void mark(CredentialId credential, InventoryEntry.State state) {
        entries.computeIfPresent(credential, (id, old) -> DeviceSamples.with(old, state));
    }
}
