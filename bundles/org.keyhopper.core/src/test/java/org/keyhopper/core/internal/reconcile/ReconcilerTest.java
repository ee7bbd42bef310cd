package org.keyhopper.core.internal.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.reconcile.ReconcileBench.InReader;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

class ReconcilerTest {

    private final ReconcileBench bench = new ReconcileBench();
    private final CeremonyBench ceremony = bench.before;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRegistrationWithoutAnswerCountsOnceItIsProvedOnItsDevice() {
        unanswered();
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
        assertTrue(ceremony.key.isChangeForced());
        assertTrue(ceremony.store.pins.isConfirmed(ceremony.store.journal.last().id()));
    }

    @Test
    @Timeout(60)
    void anInterruptWhileADeviceDoesNotAnswerLeavesTheRecipientUnclear() throws Exception {
        unanswered();
        CountDownLatch blocked = new CountDownLatch(1);
        bench.devices.snapshot();
        bench.devices.submit(bench.reader.insert(ceremony.key, "Reader A"), device -> {
            awaitUninterruptibly(blocked);
            return true;
        });
        FutureTask<RecipientState> reconciling = new FutureTask<>(bench::reconcile);
        Thread thread = Thread.ofPlatform().daemon().start(reconciling);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        thread.interrupt();
        assertEquals(Outcome.UNCLEAR, reconciling.get().outcome());
        assertEquals(1, ceremony.directory.passkeys.size());
        blocked.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterTheOperatorCancelledNoOneElseIsResolved() {
        unanswered();
        bench.prompts.cancelled = true;
        assertEquals(Outcome.UNCLEAR, bench.reconcile().outcome());
        assertEquals(1, ceremony.directory.passkeys.size());
        bench.prompts.cancelled = false;
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
    }

    @Test
    void aRegistrationThatCannotBeRevokedStaysUnclear() {
        unanswered();
        ceremony.directory.failingAt(Call.DELETE, Mishap.REFUSED);
        assertEquals(Outcome.UNCLEAR, bench.giveUp().outcome());
        assertEquals(1, ceremony.directory.passkeys.size());
    }

    @Test
    void anEnrolmentThatMayWaitAtTheDirectoryIsSwept() {
        ceremony.directory.failingAt(Call.BEGIN, Mishap.UNCLEAR_BUT_DONE).failingAt(Call.ABANDON, Mishap.REFUSED);
        ceremony.perform();
        assertEquals(Outcome.UNCLEAR, bench.reconcile().outcome());
        assertFalse(ceremony.directory.pending.isEmpty());
        ceremony.directory.recover();
        assertEquals(Outcome.FAILED, bench.reconcile().outcome());
        assertTrue(ceremony.directory.pending.isEmpty());
    }

    @Test
    void theReasonOfTheAttemptOutlivesAReconciliationThatCouldNotTell() {
        unanswered();
        String reason = ceremony.state()
                .last()
                .orElseThrow()
                .problem()
                .orElseThrow()
                .code()
                .id();
        ceremony.directory.failingAt(Call.LIST, Mishap.UNCLEAR_AND_NOT_DONE);
        RecipientState unclear = bench.reconcile();
        assertEquals(
                reason,
                unclear.last().orElseThrow().problem().orElseThrow().code().id());
        assertEquals(1, unclear.last().orElseThrow().notes().size());
        ceremony.directory.recover();
        RecipientState failed = bench.giveUp();
        assertEquals(
                reason,
                failed.last().orElseThrow().problem().orElseThrow().code().id());
    }

    @Test
    void anEarlierFailureIsNotTheReasonOfAnAttemptThatWasKilled() {
        ceremony.directory.failingAt(Call.ELIGIBILITY, Mishap.REFUSED);
        ceremony.perform();
        ceremony.directory.recover();
        bench.performKilledAt(JournalPoint.MAKING.name(), true, CeremonyBench.EVERYTHING);
        RecipientState state = bench.giveUp();
        assertTrue(state.last().orElseThrow().problem().orElseThrow().is(RunProblem.INTERRUPTED));
    }

    @Test
    void aPinLeftOnALostDeviceIsTakenAwayWhenTheDeviceIsBack() {
        ceremony.key.troubledBy(Act.SET_PIN, Trouble.LOST_AFTER);
        assertEquals(Outcome.UNCLEAR, ceremony.perform().outcome());
        ceremony.key.recover();
        bench.insert(InReader.ITS_DEVICE);
        RecipientState state = bench.reconcile();
        assertEquals(Outcome.FAILED, state.outcome());
        assertTrue(ceremony.key.isBlank());
        assertTrue(state.last().orElseThrow().notes().isEmpty());
        assertTrue(ceremony.store.pins.isEmpty());
    }

    @Test
    void aCompleteCeremonyCountsAlsoWithoutItsDevice() {
        bench.performKilledAt("CLOSE", false, CeremonyBench.EVERYTHING);
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
    }

    @Test
    void aProofWithNothingToFollowCountsAlsoWithoutItsDevice() {
        bench.performKilledAt(JournalPoint.PROVED.name(), true, CeremonyBench.with(new PinRule.Random(6)));
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
    }

    @Test
    void whatWasUndoneBeforeTheKillIsNotDoubted() {
        ceremony.verifier.findsFaultWithNew = true;
        bench.performKilledAt(JournalPoint.UNDONE.name(), true, CeremonyBench.EVERYTHING);
        RecipientState state = bench.reconcile();
        assertEquals(Outcome.FAILED, state.outcome());
        assertTrue(state.last().orElseThrow().notes().isEmpty());
    }

    @Test
    void aDeviceWhoseHolderHasTriesOnTheClockIsNotTried() {
        bench.performKilledAt(JournalPoint.PIN_SET.name(), true, CeremonyBench.EVERYTHING);
        bench.another.setRetries(7);
        bench.insert(InReader.ANOTHER);
        bench.reconcile();
        assertFalse(bench.another.acts.contains(Act.VERIFY_PIN));
    }

    @Test
    void aPinThatOnePersonTypedIsNeverTriedOnADevice() {
        ceremony.typed.add("246813");
        ceremony.key.troubledBy(Act.SET_PIN, Trouble.LOST_AFTER);
        ceremony.perform(CeremonyBench.with(new PinRule.Entered()));
        bench.insert(InReader.ANOTHER);
        assertEquals(Outcome.FAILED, bench.reconcile().outcome());
        assertFalse(bench.another.acts.contains(Act.VERIFY_PIN));
        assertEquals(6, bench.another.pinLength());
    }

    @Test
    void aDeviceAtAnotherPlaceIsNotTried() {
        ceremony.key.troubledBy(Act.SET_PIN, Trouble.LOST_AFTER);
        ceremony.perform();
        bench.reader.insert(bench.another, "Reader B");
        bench.reconcile();
        assertFalse(bench.another.acts.contains(Act.VERIFY_PIN));
    }

    @Test
    void aDeviceThatIsNotBlankAndCannotDeleteKeepsTheCredentialAndThatIsSaid() {
        ceremony.key = FakeKey.withPin("4711");
        ceremony.typed.add("4711");
        ceremony.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_AND_NOT_DONE).failingAt(Call.LIST, Mishap.REFUSED);
        ceremony.perform(CeremonyBench.with(new PinRule.Keep()));
        ceremony.directory.recover();
        bench.insert(InReader.ITS_DEVICE);
        RecipientState state = bench.reconcile();
        assertEquals(Outcome.FAILED, state.outcome());
        assertTrue(state.last().orElseThrow().notes().getFirst().is(RunProblem.LEFT_CREDENTIAL_ON_DEVICE));
        assertTrue(ceremony.key.hasPin());
    }

    @Test
    void aDeviceThatHoldsAnotherCredentialIsNotReset() {
        CredentialId another = CredentialId.of(new byte[] {5});
        ceremony.key.credentials.put(another, "elsewhere.example");
        bench.performKilledAt(JournalPoint.MADE.name(), true, CeremonyBench.EVERYTHING);
        bench.insert(InReader.ITS_DEVICE);
        RecipientState state = bench.reconcile();
        assertTrue(state.last().orElseThrow().notes().getFirst().is(RunProblem.LEFT_PIN_ON_DEVICE));
        assertEquals(List.of(another), List.copyOf(ceremony.key.credentials.keySet()));
    }

    @Test
    void aFaultOfTheConnectorLeavesThePersonUnclear() {
        unanswered();
        ceremony.directory.failingAt(Call.LIST, Mishap.FAULT);
        assertEquals(Outcome.UNCLEAR, bench.reconcile().outcome());
    }

    @Test
    void aRequestInUseIsNotReconciled() {
        unanswered();
        ceremony.store.requests.claim(ceremony.recipient());
        assertTrue(bench.answer().failure().orElseThrow().is(RunProblem.REQUEST_IN_USE));
    }

    @Test
    void aClaimLostWhileTheDirectoryIsAskedRevokesNothing() {
        unanswered();
        bench.operator.givenUp.add(ceremony.recipient());
        assertStopsWithoutClaim();
        assertEquals(1, ceremony.directory.passkeys.size());
    }

    @Test
    void aClaimLostWhileTheDirectoryIsAskedAbandonsNothing() {
        ceremony.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_AND_NOT_DONE).failingAt(Call.LIST, Mishap.REFUSED);
        assertEquals(Outcome.UNCLEAR, ceremony.perform().outcome());
        ceremony.directory.recover();
        ceremony.directory.calls.clear();
        assertStopsWithoutClaim();
        assertFalse(ceremony.directory.calls.contains(Call.ABANDON));
    }

    private void assertStopsWithoutClaim() {
        ceremony.directory.beforeList = ceremony.store.requests::forgetClaims;
        assertTrue(bench.answer().failure().orElseThrow().is(RunProblem.CLAIM_LOST));
        assertEquals(Outcome.UNCLEAR, ceremony.outcome());
    }

    @Test
    void nothingUnclearNeedsNoDirectory() {
        ceremony.perform();
        ceremony.directory.calls.clear();
        assertEquals(Answer.done(List.of()), bench.answer());
        assertTrue(ceremony.directory.calls.isEmpty());
    }

    private void unanswered() {
        ceremony.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE).failingAt(Call.LIST, Mishap.REFUSED);
        assertEquals(Outcome.UNCLEAR, ceremony.perform().outcome());
        ceremony.directory.recover();
    }
}
