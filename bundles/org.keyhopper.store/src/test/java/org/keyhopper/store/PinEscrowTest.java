package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.escrow.NewEscrowKey;

/** The escrow of a lone station: what it keeps when, and what it hands out. */
class PinEscrowTest {

    private static final Secret PIN = Secret.of("482913");

    @TempDir
    static Path keys;

    private static EscrowKey first;
    private static EscrowKey second;

    @TempDir
    Path home;

    private StationStore store;
    private PinEscrow escrow;
    private RequestId request;

    @BeforeAll
    static void makeKeys() throws IOException {
        first = NewEscrowKey.create("first", Instant.now(), keys.resolve("first.p12"), Secret.of("one"));
        second = NewEscrowKey.create("second", Instant.now(), keys.resolve("second.p12"), Secret.of("two"));
    }

    @BeforeEach
    void open() {
        store = DatabaseKind.FILE.open(home);
        escrow = store.escrow().orElseThrow();
        request = Samples.request(store.requests(), 3).id();
        assertEquals(Optional.empty(), escrow.activate(first.certificate()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RecipientId person(int position) {
        return new RecipientId(request, position);
    }

    private CeremonyId propose(Claim claim) {
        CeremonyId ceremony = store.journal()
                .open(
                        claim,
                        claim.recipient(),
                        Map.of(
                                JournalFacts.USER_ID,
                                "7d1c",
                                JournalFacts.USER_NAME,
                                "jörg@contoso.com",
                                JournalFacts.SERIAL,
                                "1234567"));
        store.pins().propose(claim, ceremony, claim.recipient(), PIN);
        return ceremony;
    }

    private void provision(int position, OutcomeRecord outcome) {
        try (Claim claim = store.requests().claim(person(position)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            store.pins().confirm(claim, ceremony);
            store.journal().close(claim, ceremony, outcome);
        }
    }

    private Answer<List<EscrowedPin>> release(Integer... positions) {
        return escrow.release(new PinReleaseOrder(request, Set.of(positions), "letters for Berlin", "kim"));
    }

    private static Secret opened(EscrowKey key, EscrowedPin pin) {
        return key.open(pin.sealed()).result().orElseThrow();
    }

    private void assertRefused(EscrowProblem expected, Answer<?> answer) {
        Problem problem = answer.failure().orElseThrow();
        assertTrue(problem.is(expected), problem::toString);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void pinIsSealedBeforeTheDeviceHasItAndListedAfterwards() {
        try (Claim claim = store.requests().claim(person(1)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            assertEquals(List.of(), escrow.list(request), "not confirmed");
            assertRefused(EscrowProblem.NO_SUCH_PIN, release(1));
            assertEquals(Optional.of(PIN), store.pins().ofCeremony(ceremony), "for reconciling");
            store.pins().confirm(claim, ceremony);
            assertEquals(
                    EscrowedPin.State.SEALED, escrow.list(request).getFirst().state());
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

    private boolean isInFiles(byte[] wanted) throws IOException {
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
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
        assertTrue(release(3).result().orElseThrow().getFirst().released().isPresent(), "a reprint is recognised");
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
    void pinGoesItsWayAndIsPurgedAfterwards() {
        provision(1, Samples.provisioned());
        assertFalse(escrow.handOver(person(1)), "not released");
        release(1);
        assertEquals(EscrowedPin.State.RELEASED, escrow.list(request).getFirst().state());
        assertTrue(escrow.handOver(person(1)));
        assertEquals(
                EscrowedPin.State.HANDED_OVER, escrow.list(request).getFirst().state());
        assertTrue(escrow.confirmReceipt(person(1)));
        assertEquals(
                EscrowedPin.State.CONFIRMED, escrow.list(request).getFirst().state());
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
    void whatCannotBeSealedIsNotKeptAtAll() throws Exception {
        execute("ALTER TABLE sealed_pin RENAME TO elsewhere");
        try (Claim claim = store.requests().claim(person(1)).orElseThrow()) {
            assertThrows(StoreException.class, () -> propose(claim));
        }
        execute("ALTER TABLE elsewhere RENAME TO sealed_pin");
        assertEquals(Optional.empty(), store.pins().ofCeremony(new CeremonyId(1)), "no copy without a sealed one");
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
