package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

/** Which devices an undo deletes from, spares or resets. */
class UndoDeviceTest {

    private final CeremonyBench bench = new CeremonyBench();

    @Test
    void aDeviceThatWasLostIsNotSpokenToAgainSinceTheNextOneMayLieThere() {
        bench.key.troubledBy(Act.MAKE, Trouble.LOST_AFTER);
        bench.perform();
        assertEquals(Act.MAKE, bench.key.acts.getLast());
    }

    @Test
    void aDeviceWithoutPinThatHoldsAnotherCredentialIsNotReset() {
        CredentialId another = CredentialId.of(new byte[] {5});
        bench.key.credentials.put(another, "elsewhere.example");
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().getFirst().is(RunProblem.LEFT_PIN_ON_DEVICE));
        assertEquals(List.of(another), List.copyOf(bench.key.credentials.keySet()));
    }

    @Test
    void aDeviceThatCannotReportItsContentIsNotReset() {
        bench.key = FakeKey.old();
        List<RunProblem> left = leftAlone();
        assertEquals(
                List.of(RunProblem.LEFT_CREDENTIAL_ON_DEVICE, RunProblem.LEFT_PIN_ON_DEVICE, RunProblem.NOT_ERASED),
                left);
    }

    @Test
    void aDeviceThatFailsToReportItsContentIsNotReset() {
        bench.key.troubledBy(Act.COUNT, Trouble.REFUSED);
        assertEquals(List.of(RunProblem.LEFT_PIN_ON_DEVICE, RunProblem.NOT_ERASED), leftAlone());
    }

    @Test
    void aDeviceThatCannotReportItsContentButWasResetInThisCeremonyIsResetAgain() {
        FakeKey old = FakeKey.withPin("4711");
        old.options.keySet().retainAll(FakeKey.old().options.keySet());
        bench.key = old;
        bench.treatment = Treatment.RESET_FIRST;
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        assertEquals(Outcome.FAILED, bench.perform().outcome());
        assertTrue(old.isBlank());
    }

    /** Returns the notes of an attempt that the directory refused, on a device that holds a credential and is not reset. */
    private List<RunProblem> leftAlone() {
        CredentialId another = CredentialId.of(new byte[] {5});
        bench.key.credentials.put(another, "elsewhere.example");
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertFalse(bench.key.acts.contains(Act.RESET));
        assertTrue(bench.key.credentials.containsKey(another));
        return outcome.notes().stream().map(note -> (RunProblem) note.code()).toList();
    }

    /** Over USB: a person would have to touch it for a reset. */
    @Test
    void aKeyThatMadeNothingIsNotSaidToHoldAPasskey() {
        bench.key = FakeKey.newUsb("").troubledBy(Act.MAKE, Trouble.NONSENSE_AND_UNDONE);
        assertEquals(List.of(RunProblem.LEFT_PIN_ON_DEVICE), said(bench.perform()));
        assertFalse(bench.key.acts.contains(Act.RESET));
    }

    @Test
    void whatAKeyMadeWithoutAReadableAnswerIsFoundAndDeleted() {
        bench.key = FakeKey.newUsb("").troubledBy(Act.MAKE, Trouble.NONSENSE);
        assertEquals(List.of(RunProblem.LEFT_PIN_ON_DEVICE), said(bench.perform()));
        assertTrue(bench.key.credentials.isEmpty());
    }

    @Test
    void aDeviceThatCannotReportItsContentMayHoldWhatItMadeWithoutAReadableAnswer() {
        bench.key = FakeKey.old().troubledBy(Act.MAKE, Trouble.NONSENSE);
        assertEquals(
                List.of(RunProblem.MAY_HOLD_CREDENTIAL, RunProblem.LEFT_PIN_ON_DEVICE, RunProblem.NOT_ERASED),
                said(bench.perform()));
    }

    @Test
    void aLostDeviceMayHoldWhatCouldNotBeRead() {
        bench.key.troubledBy(Act.MAKE, Trouble.LOST_AFTER);
        assertEquals(List.of(RunProblem.MAY_HOLD_CREDENTIAL, RunProblem.MAY_HAVE_PIN), said(bench.perform()));
    }

    private static List<RunProblem> said(OutcomeRecord outcome) {
        return outcome.notes().stream().map(note -> (RunProblem) note.code()).toList();
    }

    @Test
    void aDeviceThatAnswersNonsenseIsReset() {
        bench.key.troubledBy(Act.MAKE, Trouble.NONSENSE);
        assertEquals(Outcome.FAILED, bench.perform().outcome());
        assertTrue(bench.key.isBlank());
    }
}
