package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinDelivery;
import org.keyhopper.escrow.EscrowProblem;

/** What becomes of sealed PINs: handed over, confirmed, purged, deleted with their device, kept after a kill. */
class PinHandOverTest extends PinEscrowFixture {

    @Test
    void pinGoesItsWayAndIsPurgedAfterwards() {
        provision(1, Samples.provisioned());
        assertFalse(escrow.handOver(person(1)), "not released");
        release(1);
        assertEquals(
                PinDelivery.State.RELEASED,
                escrow.list(request).getFirst().delivery().state());
        assertTrue(escrow.handOver(person(1)));
        assertEquals(
                PinDelivery.State.HANDED_OVER,
                escrow.list(request).getFirst().delivery().state());
        assertTrue(escrow.confirmReceipt(person(1)));
        assertEquals(
                PinDelivery.State.CONFIRMED,
                escrow.list(request).getFirst().delivery().state());
        assertEquals(0, escrow.purge(Instant.now().minus(Duration.ofDays(1))));
        assertEquals(1, escrow.purge(Instant.now().plus(Duration.ofDays(1))));
        assertEquals(List.of(), escrow.list(request));
    }

    @Test
    void pinThatWasSealedAndNotConfirmedIsKnownAfterAKill() {
        CeremonyId ceremony = propose(store.requests().claim(person(1)).orElseThrow());
        store.close();
        store = DatabaseKind.FILE.open(home);
        escrow = store.escrow().orElseThrow();
        assertEquals(Optional.of(PIN), store.pins().ofCeremony(ceremony), "the device may have it");
        assertEquals(List.of(), escrow.list(request));
        assertRefused(EscrowProblem.NO_SUCH_PIN, release(1));
    }

    @Test
    void unconfirmedPinsOfAllRequestsAreListed() {
        provision(1, Samples.provisioned());
        provision(2, Samples.provisioned());
        release(1);
        escrow.confirmReceipt(person(1));
        assertEquals(
                List.of(person(2)),
                escrow.unconfirmed().stream().map(EscrowedPin::recipient).toList());
    }

    @Test
    void retentionIsKept() {
        assertEquals(Duration.ofDays(30), escrow.retention());
        escrow.retain(Duration.ofDays(7));
        store.close();
        store = DatabaseKind.FILE.open(home);
        assertEquals(Duration.ofDays(7), store.escrow().orElseThrow().retention());
    }

    @ParameterizedTest
    @EnumSource(
            value = InventoryEntry.State.class,
            names = {"RESET", "REVOKED", "LOST"})
    void pinOfADeviceOutOfUseIsDeleted(InventoryEntry.State state) {
        CredentialId made = Samples.credential("made");
        CredentialId other = Samples.credential("other");
        provision(1, made);
        provision(2, other);
        store.inventory().mark(other, InventoryEntry.State.DELETED);
        store.inventory().mark(made, state);
        assertEquals(
                List.of(person(2)),
                escrow.list(request).stream().map(EscrowedPin::recipient).toList());
    }

    private void provision(int position, CredentialId made) {
        try (Claim claim = store.requests().claim(person(position)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            store.pins().confirm(claim, ceremony);
            store.journal()
                    .record(claim, ceremony, JournalPoint.MADE, Map.of(JournalFacts.CREDENTIAL_ID, made.base64Url()));
            store.inventory().put(claim, Samples.entry(person(position), position == 1 ? "made" : "other"));
            store.journal().close(claim, ceremony, Samples.provisioned());
        }
    }

    @Test
    void sealedPinsOutliveAKill() {
        provision(1, Samples.provisioned());
        store.close();
        store = DatabaseKind.FILE.open(home);
        escrow = store.escrow().orElseThrow();
        assertEquals(PIN, opened(first, release(1).result().orElseThrow().getFirst()));
    }
}
