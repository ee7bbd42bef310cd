package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinDelivery;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.escrow.NewEscrowKey;

/** The escrow of a lone station: what is sealed when, and who can open it. */
class PinEscrowTest extends PinEscrowFixture {

    @Test
    void pinIsSealedBeforeTheDeviceHasItAndListedAfterwards() {
        try (Claim claim = store.requests().claim(person(1)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            assertEquals(List.of(), escrow.list(request), "not confirmed");
            assertRefused(EscrowProblem.NO_SUCH_PIN, release(1));
            assertEquals(Optional.of(PIN), store.pins().ofCeremony(ceremony), "for reconciling");
            store.pins().confirm(claim, ceremony);
            assertEquals(
                    PinDelivery.State.SEALED,
                    escrow.list(request).getFirst().delivery().state());
        }
    }

    @Test
    void onlyTheSealedPinIsLeftWhenTheCeremonyIsSettled() {
        provision(1, Samples.provisioned());
        assertEquals(List.of(), store.pins().list(request));
        assertTrue(store.pins().show(person(1), "kim").isEmpty());
        assertEquals(PIN, opened(first, release(1).result().orElseThrow().getFirst()));
    }

    @Test
    void pinOfAnUnclearPersonIsKeptForReconciling() {
        try (Claim claim = store.requests().claim(person(1)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            store.pins().confirm(claim, ceremony);
            store.journal().close(claim, ceremony, Samples.unclear());
            assertEquals(Optional.of(PIN), store.pins().ofCeremony(ceremony));
            store.journal().close(claim, ceremony, Samples.provisioned());
            assertEquals(Optional.empty(), store.pins().ofCeremony(ceremony));
        }
    }

    @Test
    void stationKeyAndFilesDoNotOpenASettledPin() throws Exception {
        byte[] vaultCopy;
        try (Claim claim = store.requests().claim(person(1)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                    var rows = connection.createStatement().executeQuery("SELECT sealed FROM pin")) {
                vaultCopy = rows.getString(1).getBytes(StandardCharsets.US_ASCII);
            }
            store.pins().confirm(claim, ceremony);
            assertTrue(isInFiles(vaultCopy), "the check itself");
            store.journal().close(claim, ceremony, Samples.provisioned());
        }
        assertFalse(isInFiles(vaultCopy), "in the database or its log");
    }

    @Test
    void forgottenPinIsInNoEscrow() {
        try (Claim claim = store.requests().claim(person(1)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            store.pins().confirm(claim, ceremony);
            store.pins().forget(claim, ceremony);
            assertEquals(List.of(), escrow.list(request));
        }
    }

    @Test
    void releaseIsRecordedWithItsReason() {
        provision(1, Samples.provisioned());
        provision(3, Samples.provisioned());
        assertEquals(2, release().result().orElseThrow().size());
        assertEquals(List.of(1, 3), escrow.releases(request).getFirst().positions());
        assertEquals("letters for Berlin", escrow.releases(request).getFirst().reason());
        assertEquals("kim", escrow.releases(request).getFirst().account());
        assertTrue(
                release(3)
                        .result()
                        .orElseThrow()
                        .getFirst()
                        .delivery()
                        .released()
                        .isPresent(),
                "a reprint is recognised");
        assertRefused(EscrowProblem.NO_SUCH_PIN, release(1, 2));
        assertEquals(2, escrow.releases(request).size());
        assertThrows(IllegalArgumentException.class, () -> new PinReleaseOrder(request, Set.of(), " ", "kim"));
    }

    @Test
    void releasesAreLimitedPerHour() {
        provision(1, Samples.provisioned());
        for (int i = 0; i < 30; i++) {
            assertEquals(Optional.empty(), release(1).failure());
        }
        assertRefused(EscrowProblem.TOO_MANY_RELEASES, release(1));
        assertEquals(30, escrow.releases(request).size());
    }

    @Test
    void changedOrMovedPinIsNotReleased() throws Exception {
        provision(1, Samples.provisioned());
        provision(2, Samples.provisioned());
        execute("UPDATE sealed_pin SET sealed = (SELECT s.sealed FROM sealed_pin s WHERE s.ceremony = 1)"
                + " WHERE ceremony = 2");
        assertRefused(EscrowProblem.SEALED_PIN_INVALID, release(2));
        assertEquals(Optional.empty(), release(1).failure());
        assertEquals(1, escrow.releases(request).size(), "no record of what was not handed out");
    }

    @Test
    void otherPersonOrDeviceInTheRowsIsNoticed() throws Exception {
        provision(1, Samples.provisioned());
        execute("UPDATE recipient SET user_id = 'boss' WHERE position = 1");
        StoreException person = assertThrows(StoreException.class, () -> release(1));
        assertTrue(person.getMessage().startsWith("Person 1"), person.getMessage());
        execute("UPDATE recipient SET user_id = '' WHERE position = 1");
        assertEquals(Optional.empty(), release(1).failure());
        execute("UPDATE journal_entry SET facts = replace(facts, '1234567', '7654321')");
        StoreException device = assertThrows(StoreException.class, () -> release(1));
        assertTrue(device.getMessage().startsWith("Entry 1 in the journal"), device.getMessage());
    }

    @Test
    void bothActiveKeysOpenAndARetiredOneOpensWhatItHad() {
        provision(1, Samples.provisioned());
        assertEquals(Optional.empty(), escrow.activate(second.certificate()));
        provision(2, Samples.provisioned());
        String old = escrow.certificates().getLast().fingerprint();
        assertTrue(escrow.retire(old));
        assertFalse(escrow.retire(old));
        provision(3, Samples.provisioned());
        List<EscrowedPin> all = release().result().orElseThrow();
        assertEquals(List.of(PIN, PIN), List.of(opened(first, all.get(0)), opened(first, all.get(1))));
        assertEquals(List.of(PIN, PIN), List.of(opened(second, all.get(1)), opened(second, all.get(2))));
        assertTrue(first.open(all.get(2).sealed()).failure().orElseThrow().is(EscrowProblem.WRONG_KEY));
    }

    @Test
    void thirdActiveKeyIsRefused() throws IOException {
        assertEquals(Optional.empty(), escrow.activate(second.certificate()));
        assertEquals(Optional.empty(), escrow.activate(second.certificate()));
        EscrowKey third = NewEscrowKey.create("third", Instant.now(), keys.resolve("third.p12"), Secret.of("3"));
        assertTrue(escrow.activate(third.certificate()).orElseThrow().is(EscrowProblem.TOO_MANY_KEYS));
    }

    @Test
    void whatCannotBeSealedIsNotKeptAtAll() throws Exception {
        execute("ALTER TABLE sealed_pin RENAME TO elsewhere");
        try (Claim claim = store.requests().claim(person(1)).orElseThrow()) {
            assertThrows(StoreException.class, () -> propose(claim));
        }
        execute("ALTER TABLE elsewhere RENAME TO sealed_pin");
        assertEquals(Optional.empty(), store.pins().ofCeremony(new CeremonyId(1)), "no copy without a sealed one");
    }
}
