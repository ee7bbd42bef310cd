package org.keyhopper.ui.model.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.Samples;

/** What the operator is asked to do with a device. */
class ManualPresenterInstructionTest extends ManualPresenterRig {

    @Test
    void instructionHasADeadline() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        run.show(Samples.with(working, new Instruction.Touch(Duration.ofSeconds(20)), Optional.empty()));
        assertEquals("Touch the key now.", shown().stage().sentence());
        assertEquals(Optional.of(Samples.NOW.plusSeconds(20)), shown().stage().until());
    }

    @Test
    void candidatesAreListedAndCanBeSelectedOrBlink() {
        start();
        run.show(Samples.choosing(request));
        List<CandidateRow> rows = shown().candidates();
        assertEquals(
                List.of("YubiKey OTP+FIDO+CCID", "Card in a reader"),
                rows.stream().map(CandidateRow::name).toList());
        assertEquals("Serial number 0A3F 22D1 · OMNIKEY 3x21", rows.getLast().detail());
        assertEquals(
                List.of("Blink 1", ""), rows.stream().map(CandidateRow::blink).toList());
        assertEquals("Use this (&2)", rows.getLast().use());
        assertEquals(List.of("Identify by touch"), labels());
        assertEquals(Optional.empty(), shown().notice());
        presenter.blink(rows.getFirst().device());
        presenter.pick(rows.getLast().device());
        assertEquals(List.of(rows.getFirst().device()), run.blinked());
        assertEquals(List.of(rows.getLast().device()), run.picked());
        presenter.choose(ManualAction.TOUCH_TO_CHOOSE, presenter.states().get());
        assertEquals(List.of(Choice.TOUCH_TO_CHOOSE), run.chosen());
    }

    @Test
    void identificationByTouchHasADeadline() {
        start();
        run.show(Samples.with(
                Samples.choosing(request), new Instruction.Touch(Duration.ofSeconds(30)), Optional.empty()));
        assertEquals("Touch the key to use.", shown().stage().sentence());
        assertEquals(Optional.of(Samples.NOW.plusSeconds(30)), shown().stage().until());
        assertEquals(2, shown().candidates().size());
    }

    @Test
    void removalHasADeadline() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        run.show(Samples.with(working, new Instruction.TakeOut(Duration.ofSeconds(60)), Optional.empty()));
        assertEquals(Optional.of(Samples.NOW.plusSeconds(60)), shown().stage().until());
    }

    @Test
    void wrongReinsertedDeviceIsNamedByItsSerialNumber() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        Instruction swap = new Instruction.Swap(Duration.ofSeconds(60), "B7", "A5");
        run.show(Samples.with(working, swap, Optional.empty()));
        assertEquals("This is another device. Remove it.", shown().stage().sentence());
        assertTrue(shown().stage().hint().matches(".*number is B7\\..*number A5\\..*"), shown()::toString);
        assertEquals(Optional.of(Samples.NOW.plusSeconds(60)), shown().stage().until());
        run.show(Samples.with(working, new Instruction.Swap(Duration.ZERO, "", "A5"), Optional.empty()));
        assertFalse(shown().stage().hint().contains("number"));
    }

    @Test
    void otherDevicesAreNamed() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        Instruction others = new Instruction.RemoveOthers(Duration.ofSeconds(60), List.of("Key 1", "Key 2"));
        run.show(Samples.with(working, others, Optional.empty()));
        assertEquals("Remove all other devices.", shown().stage().sentence());
        assertTrue(shown().stage().hint().endsWith("Remove: Key 1, Key 2."), shown()::toString);
        assertEquals(Optional.of(Samples.NOW.plusSeconds(60)), shown().stage().until());
    }
}
