package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

/** Central's tables, used by two instances. */
class CentralTablesTest {

    private static final Duration LIFE = Duration.ofSeconds(90);
    private static final int PEOPLE = 8;
    private static final int ALL = 1000;

    @TempDir
    Path home;

    private CentralDatabase one;
    private CentralDatabase two;
    private ProvisioningRequest request;

    DatabaseKind keeping() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() throws Exception {
        one = keeping().openCentral(home);
        two = keeping().openCentral(home);
        List<Recipient> people = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> new Recipient("user" + i, "User " + i, "", ""))
                .toList();
        request = one.requests().create("Spring", "contoso", Profile.DEFAULT, people);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private Optional<Enrolment> claim(CentralDatabase database, String station, String key) {
        return database.store().write(in -> in.enrolments().claimNext(request, station, key, LIFE));
    }

    private Optional<Instant> expiry(long claim) {
        return one.store().write(in -> in.enrolments().expiry(claim));
    }

    private static boolean holds(CentralDatabase database, Predicate<CentralTransaction> question) {
        return database.store().write(question::test);
    }

    @Test
    void claimsAreIssuedInOrderWithRisingNumbers() {
        long last = 0;
        for (int position = 1; position <= PEOPLE; position++) {
            Enrolment claimed =
                    claim(position % 2 == 0 ? one : two, "s", "k" + position).orElseThrow();
            assertEquals(position, claimed.recipient().position());
            assertTrue(claimed.claim() > last);
            last = claimed.claim();
        }
        assertEquals(Optional.empty(), claim(one, "s", "none left"));
    }

    @Test
    void sameKeyIsTheSameClaim() {
        assertEquals(claim(one, "s", "k"), claim(two, "s", "k"));
        assertEquals(2, claim(one, "other", "k").orElseThrow().recipient().position());
    }

    @Test
    void twoInstancesNeverClaimTheSameRecipient() throws Exception {
        Set<Integer> positions = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<Optional<Enrolment>>> claims = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int number = i;
                claims.add(threads.submit(() -> claim(number % 2 == 0 ? one : two, "s" + number, "k")));
            }
            for (Future<Optional<Enrolment>> claim : claims) {
                positions.add(claim.get().orElseThrow().recipient().position());
            }
        }
        assertEquals(PEOPLE, positions.size());
    }

    @Test
    void expiredClaimIsTakenOverAndItsNumberIsNotCurrent() throws Exception {
        Enrolment old = claim(one, "s", "k").orElseThrow();
        keeping().expireClaims(home);
        assertTrue(expiry(old.claim()).isPresent(), "still current: no one else has taken it");
        Enrolment fresh = claim(two, "t", "k").orElseThrow();
        assertEquals(old.recipient(), fresh.recipient());
        assertEquals(Optional.empty(), expiry(old.claim()));
    }

    @Test
    void claimOfAStationSurvivesTheRestartOfTheServer() throws Exception {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        one.close();
        one = keeping().openCentral(home);
        assertTrue(expiry(claimed.claim()).isPresent());
        assertEquals(List.of(claimed.recipient()), one.requests().claimed(request.id()));
        assertThrows(StoreException.class, () -> one.requests().remove(request.id()));
    }

    @Test
    void renewalExtends() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        Instant renewed = one.store().write(in -> in.enrolments().renew(claimed.claim(), LIFE.multipliedBy(2)));
        assertEquals(Optional.of(renewed), expiry(claimed.claim()));
    }

    @Test
    void unclearRecipientIsNotClaimed() throws Exception {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        assertTrue(holds(one, in -> in.enrolments().open(claimed.recipient())));
        assertFalse(holds(one, in -> in.enrolments().open(claimed.recipient())));
        keeping().expireClaims(home);
        assertEquals(2, claim(one, "t", "k").orElseThrow().recipient().position());
    }

    @Test
    void settlingEndsTheClaimOnce() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        OutcomeRecord failed =
                OutcomeRecord.withoutCeremony(Outcome.FAILED, Problem.of(RunProblem.STOPPED), Instant.EPOCH);
        settle(claimed, failed);
        assertEquals(Optional.empty(), expiry(claimed.claim()));
        assertEquals(
                Outcome.FAILED,
                two.requests()
                        .find(request.id())
                        .orElseThrow()
                        .recipients()
                        .getFirst()
                        .outcome());
        assertThrows(StoreException.class, () -> settle(claimed, failed));
    }

    private void settle(Enrolment enrolment, OutcomeRecord outcome) {
        one.store().write(in -> {
            in.enrolments().settle(enrolment, outcome);
            return outcome;
        });
    }

    @Test
    void enrolmentComesBackAsItWasStored() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        Enrolment full = claimed.beginning(device(), "challenge").begun(user(), options());
        full = full.registering(credential(), "Key").registered("passkey-1");
        put(full);
        Enrolment back =
                two.store().write(in -> in.enrolments().lock(claimed.claim())).orElseThrow();
        assertEquals(full, back);
        assertTrue(back.made().orElseThrow().isSame(credential()));
    }

    private void put(Enrolment enrolment) {
        one.store().write(in -> {
            in.enrolments().put(enrolment);
            return enrolment;
        });
    }

    private static DeviceReport device() {
        return new DeviceReport(
                UUID.fromString("6b657968-6f70-7065-7200-000000000001"),
                "Key",
                Optional.of("4711"),
                Set.of("FIDO_2_1"),
                Map.of("rk", true),
                List.of(-7, -8));
    }

    private static DirectoryUser user() {
        return new DirectoryUser("id", "anna", "Anna", "a@example.org", DirectoryUser.AccountState.ENABLED);
    }

    private static EnrolmentOptions options() {
        return new EnrolmentOptions(
                "e1",
                new EnrolmentOptions.RelyingParty("example.org", "Example", "https://example.org"),
                new EnrolmentOptions.Account(new byte[] {1, 2}, "anna", "Anna"),
                "challenge",
                List.of(-7),
                List.of(CredentialId.of(new byte[] {9})),
                new EnrolmentOptions.Extensions(true, java.util.OptionalInt.of(2), true),
                EnrolmentOptions.Attestation.ENTERPRISE,
                Instant.parse("2026-01-02T03:04:05.123456789Z"));
    }

    private static NewCredential credential() {
        return new NewCredential(
                CredentialId.of(new byte[] {1}), new byte[] {2}, new byte[] {3, 4}, List.of("usb", "nfc"));
    }

    @Test
    void reservationHoldsWhileItsInstanceRuns() {
        long claim = claim(one, "s", "k").orElseThrow().claim();
        assertTrue(holds(one, in -> in.enrolments().reserve(claim)));
        assertFalse(holds(one, in -> in.enrolments().reserve(claim)), "the same instance");
        assertFalse(holds(two, in -> in.enrolments().reserve(claim)), "another one");
        one.close();
        assertTrue(holds(two, in -> in.enrolments().reserve(claim)), "the first has ended");
    }

    @Test
    void reservationOfAnotherInstanceIsNotEnded() {
        long claim = claim(one, "s", "k").orElseThrow().claim();
        assertTrue(holds(one, in -> in.enrolments().reserve(claim)));
        two.store().write(in -> {
            in.enrolments().unreserve(claim);
            return claim;
        });
        assertFalse(holds(two, in -> in.enrolments().reserve(claim)));
        one.store().write(in -> {
            in.enrolments().unreserve(claim);
            return claim;
        });
        assertTrue(holds(two, in -> in.enrolments().reserve(claim)));
    }

    @Test
    void expiredClaimIsNotTakenOverWhileItsHolderBegins() throws Exception {
        Enrolment old = claim(one, "s", "k").orElseThrow();
        keeping().expireClaims(home);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Optional<Enrolment>> other = one.store().write(in -> {
                assertTrue(in.enrolments().expiry(old.claim()).isPresent());
                Future<Optional<Enrolment>> claim = threads.submit(() -> claim(two, "t", "k"));
                awaitBriefly(claim);
                assertTrue(in.enrolments().open(old.recipient()));
                return claim;
            });
            assertEquals(2, other.get().orElseThrow().recipient().position());
        }
    }

    @Test
    void expiredClaimIsNotTakenOverWhileItsHolderRenewsIt() throws Exception {
        Enrolment old = claim(one, "s", "k").orElseThrow();
        keeping().expireClaims(home);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Optional<Enrolment>> other = one.store().write(in -> {
                assertTrue(in.enrolments().expiry(old.claim()).isPresent());
                Future<Optional<Enrolment>> claim = threads.submit(() -> claim(two, "t", "k"));
                awaitBriefly(claim);
                in.enrolments().renew(old.claim(), LIFE);
                return claim;
            });
            assertEquals(2, other.get().orElseThrow().recipient().position());
        }
        assertTrue(expiry(old.claim()).isPresent());
    }

    /** Gives another transaction the time to go ahead if nothing stops it. */
    private static void awaitBriefly(Future<?> other) {
        try {
            other.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It waits, as it should.
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void claimThatIsNotCurrentIsNotRenewed() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        one.store().write(in -> {
            in.enrolments().release(claimed.claim());
            return claimed;
        });
        assertThrows(StoreException.class, () -> one.store()
                .write(in -> in.enrolments().renew(claimed.claim(), LIFE)));
    }

    @Test
    void secretThatTwoInstancesMakeAtOnceIsTheFirst() {
        Secret ofOne = one.secret("key", () -> {
            assertEquals("b", text(two.secret("key", () -> Secret.of("b"))));
            return Secret.of("a");
        });
        assertEquals("b", text(ofOne));
        assertEquals("b", text(one.secret("key", () -> Secret.of("c"))));
    }

    private static String text(Secret secret) {
        try (secret) {
            return new String(secret.toChars());
        }
    }

    @Test
    void workThatFailsChangesNothing() {
        assertThrows(IllegalStateException.class, () -> one.store().write(in -> {
            in.enrolments().claimNext(request, "s", "k", LIFE);
            throw new IllegalStateException("as a test");
        }));
        assertEquals(List.of(), one.requests().claimed(request.id()));
    }

    @Test
    void auditTrailOfManyIsOneChain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<AuditEntry>> written = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                CentralDatabase database = i % 2 == 0 ? one : two;
                AuditEvent event = AuditEvent.done(Caller.none("call-" + i), AuditAction.CLAIM, "claim:" + i)
                        .with("fact", "ä \"'" + i);
                written.add(threads.submit(
                        () -> database.store().write(in -> in.audit().append(event))));
            }
            for (Future<AuditEntry> entry : written) {
                entry.get();
            }
        }
        List<AuditEntry> trail = two.store().write(in -> in.audit().after(0, ALL));
        assertEquals(40, trail.size());
        assertEquals(OptionalLong.empty(), AuditChain.firstBroken(AuditChain.START, 1, trail));
    }

    @Test
    void valueIsUsedOnceByAllInstances() {
        Instant later = Instant.now().plusSeconds(600);
        assertTrue(holds(one, in -> in.replays().use("dpop", "a", later)));
        assertFalse(holds(two, in -> in.replays().use("dpop", "a", later)));
        assertTrue(holds(two, in -> in.replays().use("other", "a", later)));
    }

    @Test
    void stationsAndCodesComeBackAsTheyWereStored() {
        List<Grant> grants = List.of(
                new Grant(Role.OPERATOR, new Scope.OneDirectory("contoso")),
                new Grant(Role.AUDITOR, new Scope.Everything()));
        JoinCode code = new JoinCode("hash", "Desk", grants, Instant.parse("2026-01-02T03:04:05Z"));
        Station station = new Station("id", "Desk", "thumb", "{}", grants, Instant.EPOCH, false);
        one.store().write(in -> {
            in.stations().put(code);
            in.stations().add(station, "hash");
            return code;
        });
        assertEquals(Optional.of(code), two.store().write(in -> in.stations().code("hash")));
        assertEquals(Optional.of(station), two.store().write(in -> in.stations().find("id")));
        assertEquals(Optional.of(station), two.store().write(in -> in.stations().joinedWith("hash")));
        assertEquals(Optional.empty(), two.store().write(in -> in.stations().find("another")));
    }

    @Test
    void staleWriteIsKept() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        one.store().write(in -> {
            in.enrolments().keepStaleWrite(claimed, "REGISTER", Map.of("credential", "x"));
            return claimed;
        });
        assertEquals(
                List.of(claimed.claim()),
                two.requests().staleWrites(request.id()).stream()
                        .map(stale -> stale.claim())
                        .toList());
    }
}
