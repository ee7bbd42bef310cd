package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** Several devices are there from the start: the operator says which one is meant. */
class SeveralDevicesRunTest {

    private final RunBench bench = new RunBench();
    private final FakeKey first = FakeKey.newUsb("1");
    private final FakeKey second = FakeKey.newUsb("2");
    private LinkId firstLink;
    private LinkId secondLink;

    @BeforeEach
    void startWithTwo() {
        firstLink = bench.reader.insert(first, "Port 1");
        secondLink = bench.reader.insert(second, "Port 2");
        bench.start("anna", "bert").await(RunPhase.CHOOSE_DEVICE, "anna");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theyAreListedAndWhyIsSaid() {
        RunSnapshot asked = bench.run.snapshot();
        assertEquals(
                List.of(firstLink, secondLink),
                asked.candidates().stream().map(LinkDescription::id).toList());
        assertTrue(asked.notice().orElseThrow().is(RunProblem.SEVERAL_DEVICES));
        bench.awaitTrue(() -> bench.events().contains("choose 2"), "the line about it");
    }

    @Test
    void thePickedOneIsUsedAndTheOtherIsNotTouched() {
        bench.run.select(secondLink);
        provision(second);
        assertTrue(first.isBlank());
    }

    @Test
    void whatIsNoCandidateCannotBePicked() {
        bench.run.select(new LinkId("fake", "Port 3", 9));
        bench.run.select(firstLink);
        provision(first);
    }

    @Test
    void whatLeftCannotBePickedAndTheOneLeftIsUsed() {
        bench.reader.remove(second);
        bench.run.select(secondLink);
        provision(first);
    }

    @Test
    void puttingInAnotherGoesOnWithThatOne() {
        FakeKey third = FakeKey.newUsb("3");
        bench.reader.insert(third, "Port 3");
        provision(third);
        assertTrue(first.isBlank());
        assertTrue(second.isBlank());
    }

    @Test
    void aChosenSerialNumberMakesItClear() {
        bench.choose(Choice.STOP).ended();
        bench.again("2");
        provision(second);
    }

    @Test
    void theOneThatBlinksIsTheOneAskedFor() {
        bench.run.wink(secondLink);
        bench.awaitTrue(() -> second.did(Act.WINK), "the second to blink");
        assertEquals(RunPhase.CHOOSE_DEVICE, bench.run.snapshot().phase());
        assertTrue(!first.did(Act.WINK));
    }

    @Test
    void oneThatCannotBlinkIsReported() {
        bench.reader.insert(new FakeKey(), "Reader A");
        bench.await(RunPhase.READY);
        bench.choose(Choice.STOP).ended();
        bench.again().await(RunPhase.CHOOSE_DEVICE);
        LinkId card = bench.run.snapshot().candidates().getLast().id();
        bench.run.wink(card);
        bench.await(snapshot -> tells(snapshot, DeviceProblem.NOT_SUPPORTED), "that it cannot blink");
    }

    @Test
    void theTouchedOneIsUsedAndTheOthersStopWaitingAndStayUsable() {
        awaitBothWaiting();
        second.finger.touch();
        provision(second);
        bench.awaitTrue(() -> first.finger.calledOff() == 1, "the first to stop waiting");
        bench.reader.remove(second);
        bench.await(RunPhase.READY, "bert");
        bench.choose(Choice.PROVISION).ended();
        assertEquals(1, first.credentials.size());
    }

    @Test
    void whenNobodyTouchesAnyTheyAreListedStill() {
        first.finger.miss(1);
        second.finger.miss(1);
        bench.choose(Choice.TOUCH_TO_CHOOSE);
        RunSnapshot missed = bench.await(snapshot -> tells(snapshot, DeviceProblem.NOT_TOUCHED), "the missed touch");
        assertEquals(2, missed.candidates().size());
        assertEquals(new Instruction.None(), missed.instruction());
    }

    @Test
    void pickingEndsTheWaitForATouch() {
        awaitBothWaiting();
        bench.run.select(firstLink);
        provision(first);
        assertEquals(1, first.finger.calledOff());
        bench.awaitTrue(() -> second.finger.calledOff() == 1, "the second to stop waiting");
    }

    @Test
    void skippingThePersonEndsTheWaitForATouch() {
        awaitBothWaiting();
        bench.choose(Choice.SKIP_USER).await(RunPhase.CHOOSE_DEVICE, "bert");
        bench.awaitTrue(() -> first.finger.calledOff() == 1, "the first to stop waiting");
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void stoppingEndsTheWaitForATouch() {
        awaitBothWaiting();
        bench.choose(Choice.STOP).ended();
        bench.awaitTrue(() -> second.finger.calledOff() == 1, "the second to stop waiting");
    }

    @Test
    void afterTheFirstPersonTheOneLeftIsTaken() {
        bench.run.select(secondLink);
        provision(second);
        bench.reader.remove(second);
        bench.await(RunPhase.READY, "bert");
        bench.choose(Choice.PROVISION).ended();
        assertEquals(List.of(Outcome.PROVISIONED, Outcome.PROVISIONED), bench.outcomes());
        assertEquals(1, first.credentials.size());
    }

    private void awaitBothWaiting() {
        bench.choose(Choice.TOUCH_TO_CHOOSE);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.Touch, "the wish for a touch");
        bench.awaitTrue(() -> first.finger.isWaitedFor() && second.finger.isWaitedFor(), "both to wait for a touch");
    }

    private static boolean tells(RunSnapshot snapshot, DeviceProblem problem) {
        return snapshot.phase() == RunPhase.CHOOSE_DEVICE
                && snapshot.notice().filter(notice -> notice.is(problem)).isPresent();
    }

    private void provision(FakeKey key) {
        RunSnapshot ready = bench.await(RunPhase.READY, "anna");
        assertTrue(ready.notice().isEmpty());
        assertTrue(ready.candidates().isEmpty());
        bench.choose(Choice.PROVISION).await(RunPhase.REMOVE_PROVISIONED, "anna");
        assertEquals(1, key.credentials.size());
    }
}
