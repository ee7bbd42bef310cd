package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.reconcile.ProofOrder;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.fido.Assertion;
import org.keyhopper.rehearsal.central.CentralRig.Device;

/**
 * Central dies before or after every transaction and every change of the directory, in each way a recipient can go, and the
 * call is made once more: to the same instance after its restart, or to another one. In the end directory and Central agree.
 */
class CentralKillMatrixTest {

    private static final Caller STATION = CentralRig.station("one");
    private static final Caller ADMINISTRATOR = new Caller(
            Caller.Kind.OPERATOR,
            "dana",
            List.of(new Grant(Role.DEVICE_SERVICE_ADMINISTRATOR, new Scope.Everything())),
            "call-of-dana");
    private static final ReleaseOrder CLEAN = new ReleaseOrder("device.removed", false, true);

    /** More calls than any way of one recipient needs. */
    private static final int TRIES = 4;

    /** In memory where that is possible: it is processes that die here, not disks. */
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    /** The process ends here. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What answers after the first instance has died. */
    private enum Survivor {
        RESTARTED,
        OTHER_INSTANCE
    }

    /** How the recipient goes. */
    private enum Way {
        PROVED(Outcome.PROVISIONED),
        RELEASED_AFTER_BEGIN(Outcome.FAILED),
        RELEASED_AFTER_REGISTRATION(Outcome.FAILED),
        RECONCILED_AFTER_BEGIN(Outcome.FAILED),
        REVOKED(Outcome.FAILED),
        PROVED_LATER(Outcome.PROVISIONED);

        private final Outcome outcome;

        Way(Outcome outcome) {
            this.outcome = outcome;
        }
    }

    /** One run, in which Central dies at one moment. */
    private static final class Run implements AutoCloseable {

        private final CentralRig rig;
        private final Survivor survivor;
        private final Device device = new Device("x5c");
        private int left;
        private boolean struck;

        Run(Path home, Survivor survivor, int moment, String lostAnswer) throws Exception {
            this.survivor = survivor;
            left = moment;
            rig = new CentralRig(home, Optional.empty(), Set.of(), "anna");
            if (!lostAnswer.isEmpty()) {
                rig.directory.nextAnswersLost.add(lostAnswer);
            }
            if (survivor == Survivor.OTHER_INSTANCE) {
                rig.startStandby();
            }
            rig.directory.moment = this::moment;
            rig.wrap(store -> new CentralStore() {
                @Override
                public <T> T write(Function<CentralTransaction, T> work) {
                    moment();
                    T result = store.write(work);
                    moment();
                    return result;
                }

                @Override
                public <T> T configure(DirectoryDraft draft, boolean keep, Function<CentralTransaction, T> work) {
                    return store.configure(draft, keep, work);
                }
            });
        }

        private void moment() {
            if (left == 0) {
                struck = true;
                throw new Killed();
            }
            left--;
        }

        /** Makes a call until it is answered, by whatever survives. */
        private <T> T call(Callable<Answer<T>> call) throws Exception {
            for (int i = 0; i < TRIES; i++) {
                try {
                    Answer<T> answer = call.call();
                    if (!(answer instanceof Answer.Unclear<T>)) {
                        return done(answer);
                    }
                } catch (Killed e) {
                    rig.directory.moment = () -> {};
                    if (survivor == Survivor.RESTARTED) {
                        rig.restart();
                    } else {
                        rig.failOver();
                    }
                }
            }
            throw new AssertionError("no answer");
        }

        void go(Way way) throws Exception {
            ClaimedRecipient claimed = call(() -> rig.claiming(STATION, "k1")).orElseThrow();
            long claim = claimed.claim();
            BegunEnrolment begun = call(() -> rig.central().enrolments().begin(STATION, claim, device.report()));
            if (way == Way.RELEASED_AFTER_BEGIN) {
                call(() -> rig.central().enrolments().release(STATION, claim, CLEAN));
                return;
            }
            RecipientId recipient = claimed.id();
            if (way == Way.RECONCILED_AFTER_BEGIN) {
                expire(claim);
                reconcile(recipient);
                return;
            }
            NewCredential made = device.make(begun);
            call(() -> rig.central().enrolments().register(STATION, claim, made, "Key"));
            assertEquals(Outcome.UNCLEAR, rig.outcome(1), "nothing is provisioned without a proof");
            switch (way) {
                case PROVED -> prove(claim, made, begun.proofClientData());
                case RELEASED_AFTER_REGISTRATION ->
                    call(() -> rig.central().enrolments().release(STATION, claim, CLEAN));
                case REVOKED -> {
                    expire(claim);
                    String passkey = reconcile(recipient).orElseThrow();
                    callUnlessResolved(() -> rig.central().reconciliations().revoke(ADMINISTRATOR, recipient, passkey));
                }
                default -> {
                    expire(claim);
                    ClaimOrder order = new ClaimOrder("k2", Optional.empty(), Optional.empty());
                    ProofOrder proof =
                            call(() -> rig.central().reconciliations().claimForProof(STATION, recipient, order));
                    prove(proof.claim(), made, proof.proofClientData());
                }
            }
        }

        private void prove(long claim, NewCredential made, byte[] clientData) throws Exception {
            Assertion signed = device.sign(made, clientData);
            assertEquals(
                    Outcome.PROVISIONED,
                    call(() -> rig.central().enrolments().prove(STATION, claim, made.id(), signed)));
        }

        /** Returns the passkey that an operator has to decide about. */
        private Optional<String> reconcile(RecipientId recipient) throws Exception {
            return callUnlessResolved(() -> rig.central().reconciliations().reconcile(ADMINISTRATOR, recipient))
                    .flatMap(result -> result.passkeys().stream().findFirst());
        }

        /** The call after a kill finds the recipient resolved if the first one had stored its result. */
        private Optional<ReconcileResult> callUnlessResolved(Callable<Answer<ReconcileResult>> call) throws Exception {
            return call(() -> {
                Answer<ReconcileResult> answer = call.call();
                return answer instanceof Answer.Failed<ReconcileResult>(Problem problem)
                                && problem.is(CentralProblem.NOT_UNCLEAR)
                        ? Answer.done(Optional.<ReconcileResult>empty())
                        : answer.map(Optional::of);
            });
        }

        private void expire(long claim) {
            rig.database().store().write(in -> in.enrolments().renew(claim, Duration.ofSeconds(-1)));
        }

        void check(Way way, String when) {
            assertEquals(way.outcome, rig.outcome(1), when);
            boolean provisioned = way.outcome == Outcome.PROVISIONED;
            assertEquals(provisioned ? 1 : 0, rig.directory.of("anna").size(), when);
            assertEquals(List.of(), rig.directory.pending(), when);
            List<CredentialId> inventory = rig.database()
                    .store()
                    .write(in -> in.unclear().devicesOf("contoso", "anna").stream()
                            .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                            .map(InventoryEntry::credential)
                            .toList());
            assertEquals(rig.directory.of("anna"), inventory, when);
            rig.trail();
        }

        @Override
        public void close() {
            rig.close();
        }
    }

    private boolean dies(Way way, Survivor survivor, int moment, String lostAnswer) throws Exception {
        String when = way + " at " + moment + " " + survivor + " " + lostAnswer;
        try (Run run = new Run(folder.resolve(way + "-" + moment), survivor, moment, lostAnswer)) {
            run.go(way);
            run.check(way, when);
            return run.struck;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void restartedInstanceGoesOn(Way way) throws Exception {
        int moments = 0;
        while (dies(way, Survivor.RESTARTED, moments, "")) {
            moments++;
        }
        assertTrue(moments > 10, moments + " moments");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void otherInstanceGoesOn(Way way) throws Exception {
        int moments = 0;
        while (dies(way, Survivor.OTHER_INSTANCE, moments, "")) {
            moments++;
        }
        assertTrue(moments > 10, moments + " moments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "complete", "list", "readBack", "delete", "abandon"})
    void answerOfTheDirectoryIsLost(String call) throws Exception {
        for (Way way : Way.values()) {
            boolean leavesUnclear =
                    way.name().startsWith("RELEASED") && (call.equals("delete") || call.equals("abandon"));
            if (!leavesUnclear) {
                assertFalse(dies(way, Survivor.RESTARTED, Integer.MAX_VALUE, call));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "abandon"})
    void lostAnswerToAReleaseLeavesTheRecipientUnclear(String call) throws Exception {
        Way way = call.equals("delete") ? Way.RELEASED_AFTER_REGISTRATION : Way.RELEASED_AFTER_BEGIN;
        try (Run run = new Run(folder, Survivor.RESTARTED, Integer.MAX_VALUE, call)) {
            run.go(way);
            assertEquals(Outcome.UNCLEAR, run.rig.outcome(1));
            run.reconcile(new RecipientId(run.rig.request, 1));
            assertEquals(List.of(), run.rig.directory.pending());
        }
    }
}
