package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.reconcile.ProofOrder;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.reconcile.Reconciliations;
import org.keyhopper.central.reconcile.UnclearRecipient;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;

/** Recipients left unclear by a dead station, and how an operator resolves them. */
class ReconcileTest extends StationFixture {

    private static final Caller ADMINISTRATOR = new Caller(
            Caller.Kind.OPERATOR,
            "dana",
            List.of(new Grant(Role.DEVICE_SERVICE_ADMINISTRATOR, new Scope.OneDirectory("contoso"))),
            "call-of-dana");

    private Reconciliations reconciliations() {
        return rig.central().reconciliations();
    }

    private RecipientId anna() {
        return new RecipientId(rig.request, 1);
    }

    private ReconcileResult reconciled() {
        return done(reconciliations().reconcile(ADMINISTRATOR, anna()));
    }

    /** The station is gone, and its claim has expired. */
    private void expire(ClaimedRecipient claimed) {
        rig.database().store().write(in -> in.enrolments().renew(claimed.claim(), Duration.ofSeconds(-1)));
    }

    private void expireOptions(ClaimedRecipient claimed) {
        rig.database().store().write(in -> {
            Enrolment enrolment = in.enrolments().lock(claimed.claim()).orElseThrow();
            EnrolmentOptions options = enrolment.options().expiring(Instant.EPOCH);
            in.enrolments().put(enrolment.begun(enrolment.user(), options).in(enrolment.state()));
            return options;
        });
    }

    /** A station died after the registration, before the proof. */
    private NewCredential registered() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        NewCredential made = device.make(begun(STATION, claimed));
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        expire(claimed);
        return made;
    }

    @Test
    void recipientOfALivingClaimIsLeftToItsStation() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        begun(STATION, claimed);
        assertRefused(CentralProblem.IN_PROGRESS, reconciliations().reconcile(ADMINISTRATOR, anna()));
        UnclearRecipient listed =
                done(reconciliations().list(ADMINISTRATOR, rig.request)).getFirst();
        assertEquals(anna(), listed.state().id());
        assertEquals(Optional.of(claimed.expires()), listed.claimedUntil());
    }

    @Test
    void nothingRegisteredMayBeProvisionedAgain() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        begun(STATION, claimed);
        expire(claimed);
        assertEquals(ReconcileResult.Finding.ABSENT, reconciled().finding());
        assertEquals(Outcome.FAILED, rig.outcome(1));
        assertEquals(List.of(), rig.directory.pending());
        assertRefused(CentralProblem.CLAIM_LOST, calls().begin(STATION, claimed.claim(), device.report()));
    }

    @Test
    void absenceCountsOnlyAfterTheOptionsExpired() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        NewCredential made = device.make(begun(STATION, claimed));
        rig.directory.losesRegistrations = true;
        assertInstanceOf(Answer.Unclear.class, calls().register(STATION, claimed.claim(), made, "Key"));
        expire(claimed);
        assertEquals(ReconcileResult.Finding.MAY_ARRIVE, reconciled().finding());
        assertEquals(Outcome.UNCLEAR, rig.outcome(1));
        expireOptions(claimed);
        assertEquals(ReconcileResult.Finding.ABSENT, reconciled().finding());
        assertEquals(Outcome.FAILED, rig.outcome(1));
        assertEquals(List.of(), rig.directory.pending());
    }

    @Test
    void registeredPasskeyIsProvedAtAnotherStation() throws Exception {
        NewCredential made = registered();
        assertEquals(ReconcileResult.Finding.PRESENT, reconciled().finding());
        assertEquals(Outcome.UNCLEAR, rig.outcome(1), "a listed passkey is not a proof");
        ClaimOrder order = new ClaimOrder("p1", Optional.empty(), Optional.empty());
        ProofOrder proof = done(reconciliations().claimForProof(OTHER, anna(), order));
        assertEquals(proof, done(reconciliations().claimForProof(OTHER, anna(), order)), "the same call again");
        assertEquals(made.id(), proof.credential());
        assertEquals(Outcome.PROVISIONED, done(prove(OTHER, proof.claim(), made, proof.proofClientData())));
        assertEquals(Outcome.PROVISIONED, rig.outcome(1));
        assertEquals(List.of(made.id()), rig.directory.of("anna"));
        assertRefused(CentralProblem.NOT_UNCLEAR, reconciliations().reconcile(ADMINISTRATOR, anna()));
    }

    @Test
    void oldProofDoesNotProveAgain() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        expire(claimed);
        ProofOrder proof = done(reconciliations()
                .claimForProof(OTHER, anna(), new ClaimOrder("p1", Optional.empty(), Optional.empty())));
        assertRefused(DeviceProblem.ASSERTION_INVALID, prove(OTHER, proof.claim(), made, begun.proofClientData()));
        assertRefused(CentralProblem.CLAIM_LOST, prove(STATION, claimed.claim(), made, begun.proofClientData()));
        assertRefused(CentralProblem.OUT_OF_ORDER, calls().begin(OTHER, proof.claim(), device.report()));
        assertEquals(Outcome.UNCLEAR, rig.outcome(1));
    }

    @Test
    void releaseOfAProofClaimLeavesThePasskey() throws Exception {
        NewCredential made = registered();
        ProofOrder proof = done(reconciliations()
                .claimForProof(OTHER, anna(), new ClaimOrder("p1", Optional.empty(), Optional.empty())));
        assertEquals(Outcome.UNCLEAR, done(calls().release(OTHER, proof.claim(), CLEAN)));
        assertEquals(List.of(made.id()), rig.directory.of("anna"));
        assertEquals(ReconcileResult.Finding.PRESENT, reconciled().finding());
    }

    @Test
    void passkeyWhoseDeviceIsLostIsRevoked() throws Exception {
        registered();
        String passkey = reconciled().passkeys().getFirst();
        assertRefused(CentralProblem.NO_SUCH_PASSKEY, reconciliations().revoke(ADMINISTRATOR, anna(), "another"));
        assertRefused(CentralProblem.NOT_PERMITTED, reconciliations().revoke(STATION, anna(), passkey));
        ReconcileResult revoked = done(reconciliations().revoke(ADMINISTRATOR, anna(), passkey));
        assertEquals(Outcome.FAILED, revoked.outcome());
        assertEquals(List.of(), rig.directory.of("anna"));
        assertEquals(
                List.of("RECONCILE", "REVOKE", "REVOKE", "REVOKE"),
                rig.trail().stream()
                        .map(entry -> entry.event().action().name())
                        .filter(action -> action.startsWith("RE") && !action.equals("REGISTER"))
                        .toList());
    }

    @Test
    void lostAnswersLeaveThingsAsTheyAre() throws Exception {
        registered();
        String passkey = reconciled().passkeys().getFirst();
        rig.directory.nextAnswersLost.add("delete");
        assertInstanceOf(Answer.Unclear.class, reconciliations().revoke(ADMINISTRATOR, anna(), passkey));
        assertEquals(Outcome.UNCLEAR, rig.outcome(1));
        assertEquals(
                Outcome.FAILED,
                done(reconciliations().revoke(ADMINISTRATOR, anna(), passkey)).outcome());
        rig.directory.nextAnswersLost.add("list");
        assertRefused(CentralProblem.NOT_UNCLEAR, reconciliations().reconcile(ADMINISTRATOR, anna()));
    }

    @Test
    void directoryThatDoesNotAnswerDecidesNothing() throws Exception {
        registered();
        rig.directory.nextAnswersLost.add("list");
        assertInstanceOf(Answer.Unclear.class, reconciliations().reconcile(ADMINISTRATOR, anna()));
        rig.directory.unreachable = Optional.of(Problem.of(DirectoryProblem.UNREACHABLE, "host"));
        rig.restart();
        assertRefused(DirectoryProblem.UNREACHABLE, reconciliations().reconcile(ADMINISTRATOR, anna()));
        assertEquals(Outcome.UNCLEAR, rig.outcome(1));
    }

    /** What a restored backup does to recipients that may have been worked on since. */
    private void restored() {
        rig.database().store().write(in -> {
            in.unclear()
                    .settle(
                            anna(),
                            OutcomeRecord.withoutCeremony(
                                    Outcome.UNCLEAR, Problem.of(CentralProblem.RESTORED), in.now()));
            return anna();
        });
    }

    @Test
    void passkeyThatARestoredBackupDoesNotKnowIsReported() throws Exception {
        DirectoryUser user = done(rig.directory.find("anna"));
        EnrolmentOptions options = done(rig.directory.begin(user));
        NewCredential made = device.make(new BegunEnrolment(options, new byte[0]));
        done(rig.directory.complete(user, options, made, "Key"));
        restored();
        ReconcileResult found = reconciled();
        assertEquals(ReconcileResult.Finding.UNKNOWN_PASSKEYS, found.finding());
        assertEquals(1, found.passkeys().size());
        assertEquals(Outcome.UNCLEAR, rig.outcome(1));
        assertNotEquals(1, rig.claim(STATION, "k1").id().position(), "no one gets a second passkey");
        done(reconciliations().revoke(ADMINISTRATOR, anna(), found.passkeys().getFirst()));
        assertEquals(Outcome.FAILED, rig.outcome(1));
    }

    @Test
    void recipientWithoutAnythingAfterARestoredBackupIsPendingAgain() {
        restored();
        assertEquals(Outcome.PENDING, reconciled().outcome());
        assertEquals(1, rig.claim(STATION, "k1").id().position());
    }
}
