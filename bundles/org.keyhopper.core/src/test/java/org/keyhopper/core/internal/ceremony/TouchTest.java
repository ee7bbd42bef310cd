package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

/** A key that waits for a touch before it makes a credential. */
class TouchTest {

    private final CeremonyBench bench = new CeremonyBench();

    @BeforeEach
    void takeANewKey() {
        bench.key = FakeKey.newUsb("1");
        bench.key.waitsForTouch = true;
    }

    @Test
    void aTouchInTimeMakesTheCredential() {
        bench.key.finger.touch();
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(List.of(), bench.missed);
        assertEquals(List.of("Touch", "None"), instructed());
    }

    @Test
    void aMissedTouchIsReportedAndAskedForOnceMore() {
        bench.key.finger.miss(1);
        touchWhenAskedFor(2);
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(List.of(Problem.of(DeviceProblem.NOT_TOUCHED)), bench.missed);
        assertEquals(List.of("Touch", "None", "Touch", "None"), instructed());
    }

    @Test
    void aTouchMissedTwiceEndsTheAttempt() {
        bench.key.finger.miss(2);
        OutcomeRecord outcome = bench.perform();
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.NOT_TOUCHED));
        assertEquals(1, bench.missed.size());
        assertTrue(bench.key.credentials.isEmpty());
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void stoppingWhileTheKeyWaitsForATouchEndsTheWaitAtOnce() {
        bench.hands = instruction -> bench.stop.cancel();
        assertInterrupted(bench.perform(), RunProblem.STOPPED);
    }

    @Test
    void stoppingBeforeTheKeyWaitsDoesNotPreventItsCompletionWithoutTouch() {
        bench.key.waitsForTouch = false;
        bench.stop.cancel();
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
    }

    @Test
    void whereAStopIsWishedBeforeTheKeyAsksForTheTouchItIsNotWaitedFor() {
        bench.stop.cancel();
        assertInterrupted(bench.perform(), RunProblem.STOPPED);
    }

    @Test
    void aKeyInAReaderThatDoesNotSayThatItWaitsIsAskedForAllTheSame() {
        takeASilentKeyInAReader();
        touchWhenAskedFor(1);
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(List.of("Touch", "None"), instructed());
    }

    @Test
    void aTouchMissedAtAKeyInAReaderIsReportedAndAskedForOnceMore() {
        takeASilentKeyInAReader();
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.Touch) {
                bench.key.finger.miss(1);
            }
        };
        OutcomeRecord outcome = bench.perform();
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.NOT_TOUCHED));
        assertEquals(List.of(Problem.of(DeviceProblem.NOT_TOUCHED)), bench.missed);
        assertEquals(2, instructed().stream().filter("Touch"::equals).count());
    }

    @Test
    void stoppingWhileASilentKeyIsWaitedForEndsTheWait() {
        takeASilentKeyInAReader();
        bench.hands = instruction -> bench.stop.cancel();
        assertInterrupted(bench.perform(), RunProblem.STOPPED);
    }

    private void takeASilentKeyInAReader() {
        bench.key = new FakeKey();
        bench.key.transports = List.of("usb", "nfc");
        bench.key.waitsForTouch = true;
        bench.key.finger.silent = true;
    }

    private void touchWhenAskedFor(int time) {
        bench.hands = instruction -> {
            long asked = bench.instructions.stream()
                    .filter(Instruction.Touch.class::isInstance)
                    .count();
            if (instruction instanceof Instruction.Touch && asked == time) {
                bench.key.finger.touch();
            }
        };
    }

    private void assertInterrupted(OutcomeRecord outcome, RunProblem reason) {
        assertTrue(outcome.problem().orElseThrow().is(reason), outcome.problem()::toString);
        assertTrue(bench.key.credentials.isEmpty());
        assertTrue(bench.directoryIsClean());
        assertEquals(1, bench.key.finger.calledOff());
        assertEquals(List.of(), bench.missed);
        assertEquals(new Instruction.None(), bench.instructions.getLast());
    }

    private List<String> instructed() {
        return bench.instructions.stream()
                .map(instruction -> instruction.getClass().getSimpleName())
                .toList();
    }
}
