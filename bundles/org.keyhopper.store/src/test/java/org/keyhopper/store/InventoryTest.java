package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;

class InventoryTest {

    @TempDir
    Path home;

    private StationStore store;
    private Inventory inventory;
    private Claim claim;

    DatabaseKind databaseKind() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() {
        store = databaseKind().open(home);
        inventory = store.inventory();
        claim = store.requests()
                .claim(new RecipientId(Samples.request(store.requests(), 1).id(), 1))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void entryRoundTrip() {
        InventoryEntry entry = entry("a", Optional.of("77"), Samples.NOON);
        inventory.put(claim, entry);
        assertEquals(List.of(entry), inventory.list());
        assertEquals(List.of(entry), inventory.withSerial("77"));
        assertTrue(inventory.withSerial("78").isEmpty());
    }

    @Test
    void entryReplacesTheOneOfTheSameCredential() {
        inventory.put(claim, entry("a", Optional.empty(), Samples.NOON));
        InventoryEntry next = entry("a", Optional.of("9"), Samples.NOON);
        inventory.put(claim, next);
        assertEquals(List.of(next), inventory.list());
    }

    @Test
    void devicesOfAModelAreLimitedAndNewestFirst() {
        InventoryEntry whole = entry("a", Optional.empty(), Instant.parse("2026-03-01T12:00:05Z"));
        InventoryEntry later = entry("b", Optional.empty(), Instant.parse("2026-03-01T12:00:05.1Z"));
        InventoryEntry early = entry("c", Optional.empty(), Instant.parse("2026-03-01T12:00:04.9Z"));
        List.of(whole, later, early).forEach(given -> inventory.put(claim, given));
        assertEquals(List.of(later, whole), inventory.ofModel(Samples.AAGUID, 2));
        assertTrue(inventory.ofModel(new UUID(0, 0), 9).isEmpty());
    }

    @Test
    void markedDeviceIsListedButNotInUse() {
        inventory.put(claim, entry("a", Optional.of("77"), Samples.NOON));
        inventory.mark(Samples.credential("a"), InventoryEntry.State.REVOKED);
        inventory.mark(Samples.credential("nobody's"), InventoryEntry.State.RESET);
        InventoryEntry marked = inventory.list().getFirst();
        assertEquals(InventoryEntry.State.REVOKED, marked.state());
        assertTrue(marked.since().isAfter(Samples.NOON));
        assertTrue(inventory.withSerial("77").isEmpty());
        assertTrue(inventory.ofModel(Samples.AAGUID, 9).isEmpty());
    }

    @Test
    void entryIsFoundByCredentialInAnyState() {
        inventory.put(claim, entry("a", Optional.of("77"), Samples.NOON));
        inventory.mark(Samples.credential("a"), InventoryEntry.State.DELETED);
        assertEquals(
                InventoryEntry.State.DELETED,
                inventory.find(Samples.credential("a")).orElseThrow().state());
        assertTrue(inventory.find(Samples.credential("nobody's")).isEmpty());
    }

    @Test
    void renamingKeepsTheNameAtProvisioning() {
        inventory.put(claim, entry("a", Optional.empty(), Samples.NOON));
        inventory.rename("entra", "7d1c", "Zoë Ash");
        assertEquals(List.of("Zoë Ash", "Zoë"), names());
        inventory.rename("entra", "7d1c", "Zoë Birch");
        inventory.rename("okta", "7d1c", "Somebody of another directory");
        inventory.rename("entra", "7d1d", "Somebody else");
        assertEquals(List.of("Zoë Birch", "Zoë"), names());
        InventoryEntry renamed = inventory.list().getFirst();
        inventory.put(claim, renamed);
        assertEquals(List.of(renamed), inventory.list());
        inventory.rename("entra", "7d1c", "Zoë");
        assertEquals(List.of("Zoë", ""), names());
    }

    private List<String> names() {
        InventoryEntry entry = inventory.find(Samples.credential("a")).orElseThrow();
        return List.of(entry.holder(), entry.formerHolder().orElse(""));
    }

    private InventoryEntry entry(String credential, Optional<String> serial, Instant since) {
        return new InventoryEntry(
                Samples.credential(credential),
                "login.example",
                Samples.AAGUID,
                "Key 5",
                serial,
                "entra",
                "7d1c",
                "Zoë",
                "passkey-1",
                new RecipientId(claim.request(), 1),
                InventoryEntry.State.IN_USE,
                since);
    }
}
