package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.PinVault;

class PinVaultTest {

    private static final Secret PIN = Secret.of("482913");

    @TempDir
    Path home;

    private StationStore store;
    private PinVault pins;
    private RequestId request;
    private RecipientId recipient;
    private CeremonyId ceremony;
    private Claim claim;

    DatabaseKind databaseKind() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() {
        store = databaseKind().open(home);
        pins = store.pins();
        request = Samples.request(store.requests(), 2).id();
        recipient = new RecipientId(request, 1);
        claim = store.requests().claim(new RecipientId(request, 1)).orElseThrow();
        ceremony = store.journal().open(claim, recipient, Map.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void proposedPinIsNotShown() {
        pins.propose(claim, ceremony, recipient, PIN);
        assertEquals(Optional.of(PIN), pins.ofCeremony(ceremony));
        assertTrue(pins.show(recipient, "Kim").isEmpty());
        assertTrue(pins.list(request).isEmpty());
    }

    @Test
    void eachViewOfAConfirmedPinIsRecorded() {
        pins.propose(claim, ceremony, recipient, PIN);
        pins.confirm(claim, ceremony);
        assertEquals(0, pins.list(request).getFirst().shown());
        assertTrue(pins.list(request).getFirst().lastShown().isEmpty());
        assertEquals(Optional.of(PIN), pins.show(recipient, "Kim"));
        assertEquals(Optional.of(PIN), pins.show(recipient, "Kim"));
        assertEquals(2, pins.list(request).getFirst().shown());
        assertTrue(pins.list(request).getFirst().lastShown().isPresent());
    }

    @Test
    void pinsArePersistent() {
        pins.propose(claim, ceremony, recipient, PIN);
        pins.confirm(claim, ceremony);
        store.close();
        store = databaseKind().open(home);
        assertEquals(Optional.of(PIN), store.pins().show(recipient, "Kim"));
    }

    @Test
    void deletedPinIsGone() {
        pins.propose(claim, ceremony, recipient, PIN);
        pins.confirm(claim, ceremony);
        pins.forget(claim, ceremony);
        assertTrue(pins.ofCeremony(ceremony).isEmpty());
        assertTrue(pins.show(recipient, "Kim").isEmpty());
    }

    @Test
    void proposalReplacesAProposalButNotAConfirmedPin() {
        pins.propose(claim, ceremony, recipient, Secret.of("111111"));
        pins.propose(claim, ceremony, recipient, PIN);
        pins.confirm(claim, ceremony);
        assertThrows(StoreException.class, () -> pins.propose(claim, ceremony, recipient, Secret.of("222222")));
        assertEquals(Optional.of(PIN), pins.ofCeremony(ceremony));
    }

    @Test
    void onlyTheLastCeremonyOfAPersonCounts() {
        pins.propose(claim, ceremony, recipient, PIN);
        pins.confirm(claim, ceremony);
        store.journal().close(claim, ceremony, Samples.failed());
        store.requests().reopen(claim);
        store.journal().open(claim, recipient, Map.of());
        assertTrue(pins.show(recipient, "Kim").isEmpty());
        assertEquals(List.of(), pins.list(request));
    }

    @Test
    void pinOfAnotherPersonsCeremonyIsRefused() {
        RecipientId other = new RecipientId(request, 2);
        assertThrows(StoreException.class, () -> pins.propose(claim, ceremony, other, PIN));
        assertThrows(StoreException.class, () -> pins.confirm(claim, ceremony));
    }

    /** A PIN that its person was not shown, or that reconciling may need, is kept. */
    @Test
    void shownPinsAreDeletedWithTheirRetention() {
        pins.propose(claim, ceremony, recipient, PIN);
        pins.confirm(claim, ceremony);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        assertEquals(0, store.escrow().orElseThrow().purge(later));
        pins.show(recipient, "Kim").orElseThrow().close();
        assertEquals(0, store.escrow().orElseThrow().purge(later));
        store.journal().close(claim, ceremony, Samples.provisioned());
        assertEquals(0, store.escrow().orElseThrow().purge(Instant.now().minus(Duration.ofDays(1))));
        assertEquals(1, store.escrow().orElseThrow().purge(later));
        assertTrue(pins.show(recipient, "Kim").isEmpty());
    }
}
