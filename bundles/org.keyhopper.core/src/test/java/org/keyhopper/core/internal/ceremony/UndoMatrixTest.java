package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

/** Every act of device and directory, failing in every way: what is said of the end must be what is left. */
class UndoMatrixTest {

    private static final List<Act> ACTS = List.of(
            Act.INFO,
            Act.SET_PIN,
            Act.ENTERPRISE,
            Act.MAKE,
            Act.SIGN,
            Act.ALWAYS_UV,
            Act.MINIMUM,
            Act.FORCE_CHANGE,
            Act.RESET,
            Act.POWER);

    static Stream<Arguments> deviceTroubles() {
        return ACTS.stream()
                .flatMap(act -> Arrays.stream(Trouble.values()).flatMap(trouble -> Arrays.stream(Treatment.values())
                        .map(treatment -> Arguments.of(act, trouble, treatment))));
    }

    static Stream<Arguments> mishaps() {
        return Stream.of(Call.ELIGIBILITY, Call.BEGIN, Call.COMPLETE, Call.READ_BACK)
                .flatMap(call -> Arrays.stream(Mishap.values()).map(mishap -> Arguments.of(call, mishap)));
    }

    static Stream<Arguments> doubleMishaps() {
        return Stream.of(Call.LIST, Call.DELETE, Call.ABANDON)
                .flatMap(second -> mishaps().flatMap(first -> Arrays.stream(Mishap.values())
                        .map(how -> Arguments.of(first.get()[0], first.get()[1], second, how))));
    }

    private final CeremonyBench bench = new CeremonyBench();

    @ParameterizedTest
    @MethodSource("deviceTroubles")
    void aDeviceInTroubleIsLeftAsTheOutcomeSays(Act act, Trouble trouble, Treatment treatment) {
        bench.key = treatment == Treatment.RESET_FIRST ? FakeKey.withPin("4711") : new FakeKey();
        bench.treatment = treatment;
        bench.key.troubledBy(act, trouble);
        assertHonest(bench.perform());
    }

    @ParameterizedTest
    @MethodSource("deviceTroubles")
    void aDeviceInTroubleWhileTheDirectoryRefusesIsLeftAsTheOutcomeSays(Act act, Trouble trouble, Treatment treatment) {
        bench.directory.failingAt(Call.READ_BACK, Mishap.REFUSED).failingAt(Call.DELETE, Mishap.UNCLEAR_AND_NOT_DONE);
        aDeviceInTroubleIsLeftAsTheOutcomeSays(act, trouble, treatment);
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void aDirectoryInTroubleIsLeftAsTheOutcomeSays(Call call, Mishap mishap) {
        bench.directory.failingAt(call, mishap);
        assertHonest(bench.perform());
    }

    @ParameterizedTest
    @MethodSource("doubleMishaps")
    void aDirectoryInTroubleTwiceIsLeftAsTheOutcomeSays(Call first, Mishap how, Call second, Mishap howToo) {
        bench.directory.failingAt(first, how).failingAt(second, howToo);
        assertHonest(bench.perform());
    }

    @Test
    void noAnswerToARegistrationThatWasDoneIsLookedUpAndCounts() {
        bench.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE);
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(1, count(Call.COMPLETE));
        assertEquals(1, bench.directory.passkeys.size());
    }

    @Test
    void noAnswerToARegistrationThatIsNeverDoneFailsClean() {
        bench.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_AND_NOT_DONE);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertEquals(11, count(Call.COMPLETE), "at most ten repetitions");
        assertEquals(22, count(Call.LIST), "searched before each of them, and at the end");
        assertTrue(bench.key.isBlank());
    }

    @Test
    void noAnswerToABeginningIsSwept() {
        bench.directory.failingAt(Call.BEGIN, Mishap.UNCLEAR_BUT_DONE);
        assertEquals(Outcome.FAILED, bench.perform().outcome());
        assertTrue(bench.directory.pending.isEmpty());
    }

    @Test
    void noAnswerToABeginningNorToTheSweepIsUnclear() {
        bench.directory.failingAt(Call.BEGIN, Mishap.UNCLEAR_BUT_DONE).failingAt(Call.ABANDON, Mishap.REFUSED);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().getFirst().is(RunProblem.LEFT_ENROLMENT_AT_DIRECTORY));
        assertTrue(bench.key.isBlank());
    }

    @Test
    void noAnswerAndNoListIsUnclearAndTheDeviceKeepsItsCredentialForTheProof() {
        bench.directory
                .failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE)
                .failingAt(Call.LIST, Mishap.UNCLEAR_AND_NOT_DONE);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().getFirst().is(RunProblem.LEFT_PASSKEY_AT_DIRECTORY));
        assertEquals(1, bench.key.credentials.size());
        assertFalse(bench.store.pins.isEmpty());
    }

    @Test
    void noAnswerAndAListWithoutIdsIsResolvedByTheHandleOfTheEnrolment() {
        bench.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE).hidesIds = true;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
    }

    @Test
    void noAnswerAndAListWithoutIdsNorHandleIsUnclear() {
        bench.directory.tellsHandles = false;
        bench.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE).hidesIds = true;
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(RunProblem.CANNOT_TELL));
    }

    @Test
    void aDirectoryThatHidesIdsIsStillProvedByTheHandleItGave() {
        bench.directory.hidesIds = true;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
    }

    /** The one rule: PROVISIONED has everything, FAILED left nothing, all else is UNCLEAR and says what is left. */
    private void assertHonest(OutcomeRecord outcome) {
        assertEquals(outcome, bench.state().last().orElseThrow());
        assertTrue(bench.store.journal.last().closed());
        assertTrue(isSearchedBeforeEachRepetition(), "registered again blindly");
        switch (outcome.outcome()) {
            case PROVISIONED -> assertProvisioned(outcome);
            case FAILED -> assertNothingIsLeft(outcome);
            case UNCLEAR -> assertSaid(outcome);
            default -> throw new AssertionError(outcome);
        }
        assertTheUnaskedWereSpared();
    }

    private void assertProvisioned(OutcomeRecord outcome) {
        assertEquals(1, bench.directory.passkeys.size());
        assertTrue(bench.key.acts.contains(Act.SIGN));
        assertTrue(bench.directory.calls.contains(Call.READ_BACK));
        assertTrue(bench.store.journal.points().contains(JournalPoint.PROVED));
        assertEquals(
                bench.directory.passkeys.values().iterator().next().credential(),
                outcome.passkey().orElseThrow().credentialId());
    }

    private void assertNothingIsLeft(OutcomeRecord outcome) {
        assertTrue(bench.directory.passkeys.isEmpty(), "a passkey is left");
        assertTrue(bench.directory.pending.isEmpty(), "an enrolment is left");
        assertTrue(bench.key.credentials.isEmpty(), "a credential is left");
        assertTrue(bench.store.pins.isEmpty(), "a PIN is kept that no device has");
        assertTrue(outcome.notes().isEmpty());
        boolean ownPin = bench.treatment == Treatment.RESET_FIRST && bench.key.pinLength() == 4;
        assertTrue(!bench.key.hasPin() || ownPin, "a PIN is left");
    }

    private void assertSaid(OutcomeRecord outcome) {
        assertFalse(outcome.notes().isEmpty());
        boolean said = outcome.notes().stream().anyMatch(note -> note.is(RunProblem.LEFT_PASSKEY_AT_DIRECTORY));
        assertTrue(said || bench.directory.passkeys.isEmpty(), "a passkey is left unsaid");
        boolean reported = outcome.notes().stream().anyMatch(note -> note.is(RunProblem.LEFT_ENROLMENT_AT_DIRECTORY));
        assertTrue(said || reported || bench.directory.pending.isEmpty(), "an enrolment is left unsaid");
        assertFalse(bench.store.journal.points().contains(JournalPoint.UNDONE));
    }

    /** A device that was not ours to erase is erased only when that was ordered. */
    private void assertTheUnaskedWereSpared() {
        if (bench.treatment == Treatment.AS_IT_IS
                && !bench.store.journal.points().contains(JournalPoint.PIN_SETTING)) {
            assertFalse(bench.key.acts.contains(Act.RESET));
        }
    }

    private boolean isSearchedBeforeEachRepetition() {
        List<Call> registering = bench.directory.calls.stream()
                .filter(call -> call == Call.COMPLETE || call == Call.LIST)
                .toList();
        return Collections.indexOfSubList(registering, List.of(Call.COMPLETE, Call.COMPLETE)) < 0;
    }

    private long count(Call call) {
        return bench.directory.calls.stream().filter(call::equals).count();
    }
}
