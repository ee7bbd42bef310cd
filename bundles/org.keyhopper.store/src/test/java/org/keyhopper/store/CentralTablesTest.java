package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
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
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestDetails;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;

/** Central's tables, used by two instances. */
class CentralTablesTest extends TwoInstances {

    private static final int ALL = 1000;

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

    @Test
    void placeIsThatOfTheRequest() {
        RequestChange terms = new RequestChange(Optional.empty(), Optional.empty(), "");
        NewRequest wanted = new NewRequest("Autumn", "contoso", "north", Profile.DEFAULT, List.of(), terms);
        RequestDetails details = new RequestDetails(
                "dana", "north", Optional.empty(), Optional.empty(), "", Approval.NOT_NEEDED, Optional.empty(), 1);
        RequestId fresh = one.store().write(in -> in.requests().add(wanted, details));
        for (RequestId id : List.of(request.id(), fresh)) {
            assertEquals(
                    one.store().write(in -> in.requests().find(id)).map(RequestSummary::place),
                    two.store().write(in -> in.requests().place(id)));
        }
        assertEquals(Optional.empty(), one.store().write(in -> in.requests().place(new RequestId("ABCDE"))));
    }

    @Test
    void revisionIsAnotherOneAfterEachChangeAndTheSameWithoutOne() throws Exception {
        List<String> seen = new ArrayList<>(List.of(revision(two)));
        assertEquals(seen.getFirst(), revision(one), "reading is no change");
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        seen.add(revision(two));
        put(claimed.beginning(device(), "challenge"));
        seen.add(revision(two));
        one.store().write(in -> {
            in.enrolments()
                    .settle(
                            claimed,
                            OutcomeRecord.withoutCeremony(
                                    Outcome.FAILED, Problem.of(RunProblem.STOPPED), Instant.EPOCH));
            return claimed;
        });
        seen.add(revision(two));
        Enrolment next = claim(one, "s", "next").orElseThrow();
        seen.add(revision(two));
        one.store().write(in -> in.enrolments().renew(next.claim(), LIFE));
        assertEquals(seen.getLast(), revision(two), "a renewal shows nothing else");
        keeping().expireClaims(home);
        seen.add(revision(two));
        assertEquals(seen.size(), Set.copyOf(seen).size(), seen.toString());
    }

    private static String revision(CentralDatabase at) {
        return at.store().write(in -> in.progress().revision());
    }

    @Test
    void namedProfileIsReplacedInItsVersionOnlyAndItsRequestsAreKnown() {
        Profile strict = new Profile(
                new PinRule.Keep(),
                OptionalInt.of(8),
                Set.of(Profile.Option.ALWAYS_UV, Profile.Option.PROVEN_MAKER),
                Profile.Unsupported.REFUSE,
                "{user}",
                Set.of(UUID.randomUUID()),
                Set.of("login.example"));
        assertTrue(holds(one, in -> in.profiles().add("Strict", Profile.DEFAULT)));
        assertFalse(holds(two, in -> in.profiles().add("Strict", strict)), "the name is taken");
        assertFalse(holds(two, in -> in.profiles().replace(new NamedProfile("Strict", strict, 2))), "stale");
        assertTrue(holds(two, in -> in.profiles().replace(new NamedProfile("Strict", strict, 1))));
        assertEquals(List.of(new NamedProfile("Strict", strict, 2)), one.store().write(in -> in.profiles()
                .all()));
        one.store().write(in -> {
            in.profiles().use(request.id(), "Strict");
            return request;
        });
        assertEquals(Map.of("Strict", 1), two.store().write(in -> in.profiles().uses()));
        assertEquals(
                List.of(request.id()), two.store().write(in -> in.profiles().usedBy("Strict")));
        assertEquals(
                Optional.of("Strict"), two.store().write(in -> in.profiles().usedFor(request.id())));
        assertFalse(holds(two, in -> in.profiles().remove("Strict", 1)), "stale");
        assertTrue(holds(two, in -> in.profiles().remove("Strict", 2)));
        assertEquals(Optional.empty(), one.store().write(in -> in.profiles().usedFor(request.id())));
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
                new Grant(Role.PIN_OFFICER, new Scope.OneSite("north")),
                new Grant(Role.AUDITOR, new Scope.Everything()));
        JoinCode code =
                new JoinCode("hash", Station.Kind.API_CLIENT, "Desk", grants, Instant.parse("2026-01-02T03:04:05Z"));
        Station station =
                new Station("id", Station.Kind.API_CLIENT, "Desk", "thumb", "{}", grants, Instant.EPOCH, false, 1);
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
