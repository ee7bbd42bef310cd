package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.fido.Assertion;
import org.keyhopper.rehearsal.central.CentralRig.Device;

/** The calls of a station, honest and hostile. */
class EnrolmentsTest extends StationFixture {

    @Test
    void aProvedEnrolmentIsProvisioned() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertEquals("anna", claimed.recipient().user());
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Key of Anna"));
        assertEquals(Outcome.UNCLEAR, rig.outcome(1), "registered alone is not enough");
        assertEquals(Outcome.PROVISIONED, done(prove(STATION, claimed.claim(), made, begun.proofClientData())));
        assertEquals(Outcome.PROVISIONED, rig.outcome(1));
        assertEquals(List.of(made.id()), rig.directory.of("anna"));
        assertEquals(2, rig.claim(STATION, "k2").id().position());
        assertEquals(
                List.of("CLAIM", "BEGIN", "REGISTER", "PROVE", "CLAIM"),
                rig.trail().stream().map(entry -> entry.event().action().name()).toList());
    }

    @Test
    void everyCallMayBeRepeated() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertEquals(claimed.claim(), rig.claim(STATION, "k1").claim());
        BegunEnrolment begun = begun(STATION, claimed);
        assertArrayEquals(begun.proofClientData(), begun(STATION, claimed).proofClientData());
        NewCredential made = device.make(begun);
        String passkey = done(calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(passkey, done(calls().register(STATION, claimed.claim(), made, "Key")));
        Assertion signed = device.sign(made, begun.proofClientData());
        done(calls().prove(STATION, claimed.claim(), made.id(), signed));
        assertEquals(Outcome.PROVISIONED, done(calls().prove(STATION, claimed.claim(), made.id(), signed)));
        assertEquals(Outcome.PROVISIONED, done(calls().release(STATION, claimed.claim(), CLEAN)));
        assertEquals(List.of(made.id()), rig.directory.of("anna"));
        assertEquals(
                1,
                rig.trail().stream()
                        .filter(it -> it.event().action().name().equals("PROVE"))
                        .count());
    }

    @Test
    void aKeyOfAnotherRequestIsRefused() {
        rig.claim(STATION, "k1");
        var other = rig.database()
                .requests()
                .create("Autumn", "contoso", org.keyhopper.api.request.Profile.DEFAULT, List.of())
                .id();
        assertRefused(CentralProblem.IDEMPOTENCY_KEY_REUSED, calls().claim(STATION, other, "k1", Optional.empty()));
    }

    @Test
    void anotherStationsClaimIsRefused() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertRefused(CentralProblem.NO_SUCH_CLAIM, calls().begin(OTHER, claimed.claim(), device.report()));
        assertRefused(CentralProblem.NO_SUCH_CLAIM, calls().renew(OTHER, claimed.claim()));
        assertRefused(CentralProblem.NO_SUCH_CLAIM, calls().release(OTHER, claimed.claim(), CLEAN));
        assertEquals(3, rig.refusals(CentralProblem.NO_SUCH_CLAIM));
    }

    @Test
    void anotherDirectoryIsRefused() {
        Caller elsewhere = new Caller(
                Caller.Kind.STATION,
                "three",
                List.of(new Grant(Role.OPERATOR, new Scope.OneDirectory("fabrikam"))),
                "call");
        assertRefused(CentralProblem.NOT_PERMITTED, calls().claim(elsewhere, rig.request, "k1", Optional.empty()));
        Caller auditor =
                new Caller(Caller.Kind.OPERATOR, "ann", List.of(new Grant(Role.AUDITOR, new Scope.Everything())), "c");
        assertRefused(CentralProblem.NOT_PERMITTED, calls().claim(auditor, rig.request, "k1", Optional.empty()));
        assertEquals(2, rig.refusals(CentralProblem.NOT_PERMITTED));
    }

    @Test
    void registrationForTheOptionsOfAnotherClaimIsRefused() throws Exception {
        ClaimedRecipient anna = rig.claim(STATION, "k1");
        ClaimedRecipient bert = rig.claim(STATION, "k2");
        begun(STATION, anna);
        NewCredential ofBert = device.make(begun(STATION, bert));
        assertRefused(DeviceProblem.ATTESTATION_INVALID, calls().register(STATION, anna.claim(), ofBert, "Key"));
        assertEquals(List.of(), rig.directory.of("anna"));
        assertEquals(1, rig.refusals(DeviceProblem.ATTESTATION_INVALID));
    }

    @Test
    void registrationOfAnotherModelIsRefused() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        var reported = device.report();
        var other = new org.keyhopper.central.enrolment.DeviceReport(
                UUID.randomUUID(), "", Optional.empty(), reported.versions(), reported.options(), List.of());
        BegunEnrolment begun = done(calls().begin(STATION, claimed.claim(), other));
        assertRefused(
                DeviceProblem.ATTESTATION_INVALID,
                calls().register(STATION, claimed.claim(), device.make(begun), "Key"));
        assertEquals(List.of(), rig.directory.of("anna"));
    }

    @Test
    void modelThatTheProfileDoesNotAllowIsRefused() {
        try (CentralRig strict =
                new CentralRig(folder.resolve("strict"), Optional.empty(), Set.of(UUID.randomUUID()), "anna")) {
            ClaimedRecipient claimed = strict.claim(STATION, "k1");
            assertRefused(
                    CentralProblem.MODEL_NOT_ALLOWED,
                    strict.central().enrolments().begin(STATION, claimed.claim(), device.report()));
            assertEquals(Outcome.PENDING, strict.outcome(1));
        }
    }

    @Test
    void secondCredentialIsRefused() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        done(calls().register(STATION, claimed.claim(), device.make(begun), "Key"));
        NewCredential second = new Device("x5c").make(begun);
        assertRefused(CentralProblem.OTHER_CREDENTIAL, calls().register(STATION, claimed.claim(), second, "Key"));
        assertEquals(1, rig.directory.of("anna").size());
    }

    @Test
    void assertionOverAnotherChallengeIsRefused() throws Exception {
        ClaimedRecipient anna = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, anna);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, anna.claim(), made, "Key"));
        ClaimedRecipient bert = rig.claim(STATION, "k2");
        BegunEnrolment other = begun(STATION, bert);
        assertRefused(DeviceProblem.ASSERTION_INVALID, prove(STATION, anna.claim(), made, other.proofClientData()));
        assertEquals(Outcome.UNCLEAR, rig.outcome(1));
        assertEquals(1, rig.refusals(DeviceProblem.ASSERTION_INVALID));
    }

    @Test
    void replayedAssertionIsRefused() throws Exception {
        ClaimedRecipient anna = rig.claim(STATION, "k1");
        BegunEnrolment first = begun(STATION, anna);
        NewCredential made = device.make(first);
        done(calls().register(STATION, anna.claim(), made, "Key"));
        Assertion signed = device.sign(made, first.proofClientData());
        done(calls().prove(STATION, anna.claim(), made.id(), signed));
        ClaimedRecipient bert = rig.claim(STATION, "k2");
        NewCredential second = device.make(begun(STATION, bert));
        done(calls().register(STATION, bert.claim(), second, "Key"));
        assertRefused(DeviceProblem.ASSERTION_INVALID, calls().prove(STATION, bert.claim(), second.id(), signed));
        assertRefused(DeviceProblem.ASSERTION_INVALID, calls().prove(STATION, bert.claim(), made.id(), signed));
        assertEquals(Outcome.UNCLEAR, rig.outcome(2));
    }

    @Test
    void assertionOfAnotherDeviceIsRefused() throws Exception {
        ClaimedRecipient anna = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, anna);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, anna.claim(), made, "Key"));
        Device other = new Device("x5c");
        NewCredential ofOther = other.make(begun);
        Assertion signed = other.sign(ofOther, begun.proofClientData());
        assertRefused(DeviceProblem.ASSERTION_INVALID, calls().prove(STATION, anna.claim(), made.id(), signed));
    }

    @Test
    void callsOutOfOrderAreRefused() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        Assertion nothing = new Assertion(new byte[37], new byte[1]);
        CredentialId some = CredentialId.of(new byte[] {1});
        assertRefused(CentralProblem.OUT_OF_ORDER, calls().prove(STATION, claimed.claim(), some, nothing));
        NewCredential empty = new NewCredential(some, new byte[0], new byte[0], List.of());
        assertRefused(CentralProblem.OUT_OF_ORDER, calls().register(STATION, claimed.claim(), empty, ""));
        begun(STATION, claimed);
        assertRefused(CentralProblem.OUT_OF_ORDER, calls().prove(STATION, claimed.claim(), some, nothing));
        assertRefused(DeviceProblem.ATTESTATION_INVALID, calls().register(STATION, claimed.claim(), empty, ""));
    }

    @Test
    void oldNumberIsRefusedAndKept() throws Exception {
        ClaimedRecipient old = rig.claim(STATION, "k1");
        done(calls().release(STATION, old.claim(), new ReleaseOrder("", false, true)));
        assertEquals(Outcome.PENDING, rig.outcome(1));
        ClaimedRecipient fresh = rig.claim(OTHER, "k1");
        assertEquals(old.id(), fresh.id());
        assertTrue(fresh.claim() > old.claim());
        assertRefused(CentralProblem.CLAIM_LOST, calls().begin(STATION, old.claim(), device.report()));
        assertRefused(CentralProblem.CLAIM_LOST, calls().renew(STATION, old.claim()));
        assertEquals(2, rig.refusals(CentralProblem.CLAIM_LOST));
        assertEquals(
                List.of(old.claim(), old.claim()),
                rig.database().requests().staleWrites(rig.request).stream()
                        .map(it -> it.claim())
                        .toList());
        begun(OTHER, fresh);
    }

    @Test
    void accountThatIsNotTheImportedOneIsRefused() {
        rig.database()
                .requests()
                .update(
                        rig.request,
                        java.util.Map.of(
                                1, new org.keyhopper.api.request.Recipient("anna", "Anna", "", "", "id-of-anna")));
        rig.directory.ids.put("id-of-anna", "id-of-another");
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertRefused(CentralProblem.OTHER_ACCOUNT, calls().begin(STATION, claimed.claim(), device.report()));
        assertEquals(Outcome.PENDING, rig.outcome(1));
    }
}
