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
import org.keyhopper.api.request.Outcome;
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

/** Devices that are asked for, given up, or recognised when they come back. */
class AwaitedDeviceTest {

    /** Never passes in a test that goes well. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ReconcileBench bench = new ReconcileBench();
    private final CeremonyBench ceremony = bench.before;

    @AfterEach
    void close() {
        bench.close();
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
