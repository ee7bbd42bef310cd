package org.keyhopper.core.fake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.Claim;

/** An inventory in memory. */
public final class MemoryInventory implements Inventory {

    private final Map<CredentialId, InventoryEntry> entries = new LinkedHashMap<>();
    private final MemoryRequests requests;

    public MemoryInventory(MemoryRequests requests) {
        this.requests = requests;
    }

    /** One in which no run writes. */
    public MemoryInventory() {
        this(new MemoryRequests());
    }

    @Override
    public synchronized void put(Claim claim, InventoryEntry entry) {
        requests.requireCurrent(claim);
        put(entry);
    }

    /** Enters what was given before. */
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
        return inUse(entry -> entry.serial().equals(Optional.of(serial)));
    }

    @Override
    public List<InventoryEntry> ofModel(UUID aaguid, int limit) {
        return inUse(entry -> entry.aaguid().equals(aaguid)).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void rename(String directory, String userId, String holder) {
        entries.replaceAll((id, old) -> old.directory().equals(directory)
                        && old.userId().equals(userId)
                        && !old.holder().equals(holder)
                ? new InventoryEntry(
                        old.credential(),
                        old.rpId(),
                        old.aaguid(),
                        old.model(),
                        old.serial(),
                        old.directory(),
                        old.userId(),
                        holder,
                        old.passkeyId(),
                        old.recipient(),
                        old.state(),
                        old.since(),
                        Optional.of(old.holder()))
                : old);
    }

    @Override
    public synchronized void mark(Claim claim, CredentialId credential, InventoryEntry.State state) {
        requests.requireCurrent(claim);
        mark(credential, state);
    }

    @Override
    public synchronized void mark(CredentialId credential, InventoryEntry.State state) {
        entries.computeIfPresent(
                credential,
                (id, old) -> new InventoryEntry(
                        old.credential(),
                        old.rpId(),
                        old.aaguid(),
                        old.model(),
                        old.serial(),
                        old.directory(),
                        old.userId(),
                        old.holder(),
                        old.passkeyId(),
                        old.recipient(),
                        state,
                        Instant.EPOCH,
                        old.formerHolder()));
    }

    private List<InventoryEntry> inUse(Predicate<InventoryEntry> which) {
        return list().reversed().stream()
                .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                .filter(which)
                .toList();
    }
}
