package org.keyhopper.core.internal.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeKey.Act;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.reconcile.ReconcileBench.InReader;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

class ReconcilerTest {

    /** Never passes in a test that goes well. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ReconcileBench bench = new ReconcileBench();
    private final CeremonyBench ceremony = bench.before;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRegistrationNobodySawEndCountsOnceItIsProvedOnItsDevice() {
        unanswered();
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
        assertTrue(ceremony.key.isChangeForced());
        assertTrue(ceremony.store.pins.isConfirmed(ceremony.store.journal.last().id()));
    }

    @Test
    void whereTheOperatorGaveUpNobodyElseIsSettled() {
        unanswered();
        bench.prompts.cancelled = true;
        assertEquals(Outcome.UNCLEAR, bench.reconcile().outcome());
        assertEquals(1, ceremony.directory.passkeys.size());
        bench.prompts.cancelled = false;
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
    }

    @Test
    void aRegistrationWhoseDeviceIsAbsentStaysAndTheDeviceIsAskedFor() {
        unanswered();
        RecipientState state = bench.reconcile();
        assertEquals(Outcome.UNCLEAR, state.outcome());
        assertTrue(says(state, RunProblem.DEVICE_NEEDED_TO_PROVE));
        assertEquals(1, ceremony.directory.passkeys.size());
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
        assertEquals(1, ceremony.store.inventory.list().size());
    }

    @Test
    void aDeviceThatIsInsertedWhenAskedForSettlesItsRecipient() {
        unanswered();
        bench.operator.hands = awaited -> {
            assertEquals("Fake", awaited.getFirst().model());
            assertTrue(awaited.getFirst().registered());
            bench.insert(InReader.ITS_DEVICE);
        };
        assertEquals(Outcome.PROVISIONED, bench.reconcile(LONG).outcome());
        assertEquals(List.of(), bench.operator.asked.getLast(), "none is awaited any more");
        assertEquals(Outcome.PROVISIONED, bench.operator.settled.getFirst().outcome());
    }

    @Test
    void anotherDeviceIsReportedAndLeftAlone() {
        unanswered();
        bench.operator.hands = awaited -> {
            if (bench.operator.notAwaited.isEmpty()) {
                bench.insert(InReader.ANOTHER);
            } else {
                bench.prompts.cancelled = true;
            }
        };
        assertEquals(Outcome.UNCLEAR, bench.reconcile(LONG).outcome());
        assertEquals(1, bench.operator.notAwaited.size());
        assertEquals(1, ceremony.directory.passkeys.size());
        assertTrue(bench.another.hasPin());
        assertFalse(bench.another.acts.contains(Act.RESET));
    }

    @Test
    void theRegistrationOfADeviceThatIsGivenUpIsRemoved() {
        unanswered();
        bench.operator.hands = awaited -> bench.operator.givenUp.add(ceremony.recipient());
        RecipientState state = bench.reconcile(LONG);
        assertEquals(Outcome.FAILED, state.outcome());
        assertTrue(ceremony.directory.passkeys.isEmpty());
        assertTrue(says(state, RunProblem.DEVICE_GIVEN_UP));
        assertTrue(says(state, RunProblem.MAY_HOLD_CREDENTIAL));
        assertTrue(says(state, RunProblem.MAY_HAVE_PIN));
        assertFalse(says(state, RunProblem.LEFT_CREDENTIAL_ON_DEVICE), "it was not asked");
    }

    @Test
    void aDeviceThatIsConnectedAndDoesNotSignLeavesTheRegistration() {
        unanswered();
        ceremony.key.troubledBy(Act.SIGN, Trouble.REFUSED);
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.UNCLEAR, bench.reconcile().outcome());
        assertEquals(1, ceremony.directory.passkeys.size());
        ceremony.key.recover();
        assertEquals(Outcome.PROVISIONED, bench.reconcile().outcome());
    }

    @Test
    void aRegistrationThatItsDeviceRefutesIsRevoked() {
        unanswered();
        ceremony.verifier.findsFaultWithAssertion = true;
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.FAILED, bench.reconcile().outcome());
        assertTrue(ceremony.directory.passkeys.isEmpty());
        assertTrue(ceremony.key.isBlank());
    }

    @Test
    void aKeyWithoutPasskeyIsNotSaidToHoldOne() {
        ceremony.key = FakeKey.newUsb("");
        bench.performKilledAt(JournalPoint.MAKING.name(), true, CeremonyBench.EVERYTHING);
        bench.insert(InReader.ITS_DEVICE);
        RecipientState state = bench.reconcile();
        assertEquals(Outcome.FAILED, state.outcome());
        assertEquals(List.of(RunProblem.LEFT_PIN_ON_DEVICE), notes(state));
    }

    @Test
    void aPasskeyWhoseMakingWasNotSeenToEndIsDeletedFromTheKey() {
        ceremony.key = FakeKey.newUsb("");
        bench.performKilledAt(JournalPoint.MADE.name(), false, CeremonyBench.EVERYTHING);
        assertEquals(1, ceremony.key.credentials.size());
        bench.insert(InReader.ITS_DEVICE);
        assertEquals(List.of(RunProblem.LEFT_PIN_ON_DEVICE), notes(bench.reconcile()));
        assertTrue(ceremony.key.credentials.isEmpty());
    }

    @Test
    void aKeyIsRecognisedByItsPinInAnotherPortIfItIsTheOnlyOneOfItsModel() {
        ceremony.key = FakeKey.newUsb("");
        bench.performKilledAt(JournalPoint.PIN_SET.name(), true, CeremonyBench.EVERYTHING);
        bench.reader.insert(FakeKey.newUsb(""), "Reader A");
        bench.reader.insert(ceremony.key, "Reader B");
        assertEquals(Outcome.UNCLEAR, bench.reconcile().outcome());
        assertFalse(ceremony.key.acts.contains(Act.VERIFY_PIN));
        bench.reader.remove(ceremony.key);
        bench.reader.clear();
        bench.reader.insert(ceremony.key, "Reader B");
        assertEquals(List.of(RunProblem.LEFT_PIN_ON_DEVICE), notes(bench.reconcile()));
    }

    @Test
    void aDeviceThatTheInventoryKnowsIsNotReset() {
        ceremony.key.serial = Optional.of("1234");
        bench.performKilledAt(JournalPoint.MADE.name(), true, CeremonyBench.EVERYTHING);
        ceremony.store.inventory.put(bench.entryOfAnother("1234"));
        bench.insert(InReader.ITS_DEVICE);
        RecipientState state = bench.reconcile();
        assertFalse(ceremony.key.acts.contains(Act.RESET));
        assertEquals(List.of(RunProblem.LEFT_PIN_ON_DEVICE, RunProblem.NOT_ERASED), notes(state));
    }

    @Test
    void aCardThatIsAskedForIsRecognisedByItsPinInAnyReader() {
        bench.performKilledAt(JournalPoint.PIN_SET.name(), true, CeremonyBench.EVERYTHING);
        bench.operator.hands = awaited -> bench.reader.insert(ceremony.key, "Reader B");
        assertEquals(Outcome.FAILED, bench.reconcile(LONG).outcome());
        assertTrue(ceremony.key.isBlank());
    }

    @Test
    void aCardThatOnlyHasItsPinIsResetWhenItIsInserted() {
        bench.performKilledAt(JournalPoint.PIN_SET.name(), true, CeremonyBench.EVERYTHING);
        bench.operator.hands = awaited -> bench.insert(InReader.ITS_DEVICE);
        assertEquals(Outcome.FAILED, bench.reconcile(LONG).outcome());
        assertTrue(ceremony.key.isBlank());
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
        ceremony.directory.failingAt(Call.OBSTACLES, Mishap.REFUSED);
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
    void aDeviceThatHoldsSomebodysCredentialIsNotErased() {
        CredentialId somebodys = CredentialId.of(new byte[] {5});
        ceremony.key.credentials.put(somebodys, "elsewhere.example");
        bench.performKilledAt(JournalPoint.MADE.name(), true, CeremonyBench.EVERYTHING);
        bench.insert(InReader.ITS_DEVICE);
        RecipientState state = bench.reconcile();
        assertTrue(state.last().orElseThrow().notes().getFirst().is(RunProblem.LEFT_PIN_ON_DEVICE));
        assertEquals(List.of(somebodys), List.copyOf(ceremony.key.credentials.keySet()));
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
        ceremony.store.requests.lease(ceremony.recipient().request());
        assertTrue(bench.answer().trouble().orElseThrow().is(RunProblem.REQUEST_IN_USE));
    }

    @Test
    void aLeaseLostWhileTheDirectoryIsAskedRemovesNothing() {
        unanswered();
        ceremony.directory.beforeList = ceremony.store.requests::forgetLeases;
        assertTrue(bench.answer().trouble().orElseThrow().is(RunProblem.LEASE_LOST));
        assertEquals(1, ceremony.directory.passkeys.size());
        assertFalse(ceremony.directory.calls.contains(Call.ABANDON));
        assertEquals(Outcome.UNCLEAR, ceremony.outcome());
    }

    @Test
    void nothingUnclearNeedsNoDirectory() {
        ceremony.perform();
        ceremony.directory.calls.clear();
        assertEquals(Answer.done(List.of()), bench.answer());
        assertTrue(ceremony.directory.calls.isEmpty());
    }

    private static boolean says(RecipientState state, RunProblem code) {
        return Stream.concat(state.last().orElseThrow().problem().stream(), state.last().orElseThrow().notes().stream())
                .anyMatch(problem -> problem.is(code));
    }

    private static List<RunProblem> notes(RecipientState state) {
        return state.last().orElseThrow().notes().stream()
                .map(note -> (RunProblem) note.code())
                .toList();
    }

    private void unanswered() {
        ceremony.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE).failingAt(Call.LIST, Mishap.REFUSED);
        assertEquals(Outcome.UNCLEAR, ceremony.perform().outcome());
        ceremony.directory.recover();
    }
}
