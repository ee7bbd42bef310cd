package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.core.internal.ceremony.ReinsertionBench.LONG;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.request.OutcomeRecord;

/** The reinserted key refuses its reset, or is not touched in time. */
class ReinsertionResetTest {

    private final ReinsertionBench desk = new ReinsertionBench();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCardIsLiftedWhenItsReaderLeavesTheFieldOn() {
        desk.key.kind = DeviceKind.CONTACTLESS_CARD;
        desk.key.powerCycles = true;
        desk.refuseReset(DeviceProblem.RESET_TOO_LATE);
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                desk.key.recover();
            }
            desk.obey(instruction);
        };
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(1, desk.takenOut);
    }

    @Test
    void withoutAnOperatorNoneIsAwaited() {
        desk.bench.reinsertion = null;
        desk.bench.hands = instruction -> {};
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.RESET_NOT_POSSIBLE);
        assertEquals(
                List.of(new Instruction.None()),
                desk.bench.instructions.stream().distinct().toList());
    }

    @Test
    void withoutAnOperatorTheResetIsRefusedAtOnce() {
        desk.bench.reinsertion = null;
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.RESET_NOT_POSSIBLE);
        assertEquals(0, desk.takenOut);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_TOO_LATE", "NOT_TOUCHED"})
    void aMissedWindowOrTouchIsGuidedThroughOnceMore(DeviceProblem missed) {
        desk.refuseReset(missed);
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut && desk.takenOut == 1) {
                desk.key.recover();
            }
            desk.obey(instruction);
        };
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(2, desk.takenOut);
        assertEquals(List.of(Problem.of(missed)), desk.bench.missed);
        assertEquals(1, desk.key.threads.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_TOO_LATE", "NOT_TOUCHED"})
    void aWindowOrTouchMissedTwiceEndsTheAttempt(DeviceProblem missed) {
        desk.refuseReset(missed);
        desk.assertFailedWithoutReset(desk.perform(), missed);
        assertEquals(2, desk.takenOut);
    }

    @Test
    void afterTheWindowTheKeyIsNotEvenAsked() {
        desk.bench.reinsertion = desk.reinsertion(LONG, LONG, Duration.ZERO);
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.RESET_TOO_LATE);
        assertFalse(desk.key.acts.contains(Act.RESET));
    }

    @Test
    void anyOtherRefusalIsNotTriedAgain() {
        desk.refuseReset(DeviceProblem.RESET_NOT_POSSIBLE);
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.RESET_NOT_POSSIBLE);
        assertEquals(1, desk.takenOut);
    }

    @Test
    void aKeyThatAnotherProgramHoldsAfterItCameBackFailsThePerson() {
        desk.bench.hands = instruction -> {
            desk.obey(instruction);
            if (instruction instanceof Instruction.TakeOut) {
                desk.key.obstacle = Optional.of(Problem.of(DeviceProblem.BUSY));
            }
        };
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.BUSY);
    }

    @Test
    void aKeyRemovedDuringTheResetIsLostAndNotAskedForAgain() {
        desk.key.troubledBy(Act.RESET, Trouble.LOST_AFTER);
        OutcomeRecord outcome = desk.perform();
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.GONE));
        assertEquals(1, desk.takenOut);
        assertTrue(desk.bench.directoryIsClean());
    }
}
