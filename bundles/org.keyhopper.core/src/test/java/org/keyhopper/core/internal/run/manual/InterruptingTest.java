package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;

/** A ceremony that waits for a person is given up when the run is stopped or the person skipped. */
class InterruptingTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void stoppedWhileAKeyWaitsForATouchEndsAtOnce() {
        FakeKey key = awaitTouch();
        bench.choose(Choice.STOP).ended();
        assertInterrupted(key, RunProblem.STOPPED);
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertEquals(List.of(Outcome.UNCLEAR, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void skippedWhileAKeyWaitsForATouchTheRunGoesOnWithTheNextPerson() {
        FakeKey key = awaitTouch();
        bench.choose(Choice.SKIP_USER).await(RunPhase.REMOVE_FAILED, "anna");
        assertInterrupted(key, RunProblem.SKIPPED);
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
    }

    @Test
    void skippedWhileAKeyIsToBeTakenOutNothingIsLeftBehind() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(FakeKey.usb("1"), "Port 1");
        bench.await(RunPhase.ALREADY_PROVISIONED);
        bench.choose(Choice.RESET_AND_PROVISION);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.TakeOut, "take out");
        bench.choose(Choice.SKIP_USER).await(RunPhase.REMOVE_FAILED, "anna");
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void nobodyIsSkippedWhileTheDeviceWorksByItself() {
        bench.start("anna");
        HeldStep options = HeldStep.of(bench.run, "options");
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
        options.await();
        bench.choose(Choice.SKIP_USER);
        options.goOn();
        bench.ended();
        assertEquals(List.of(Outcome.PROVISIONED), bench.outcomes());
    }

    private FakeKey awaitTouch() {
        FakeKey key = FakeKey.newUsb("1");
        key.waitsForTouch = true;
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(key, "Port 1");
        bench.await(RunPhase.READY);
        bench.choose(Choice.PROVISION);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.Touch, "touch");
        return key;
    }

    /** The PIN cannot be taken away from a key by itself, so that something is left. */
    private void assertInterrupted(FakeKey key, RunProblem reason) {
        OutcomeRecord last = bench.store
                .requests
                .find(bench.request)
                .orElseThrow()
                .recipients()
                .getFirst()
                .last()
                .orElseThrow();
        assertTrue(last.problem().orElseThrow().is(reason));
        assertEquals(Outcome.UNCLEAR, last.outcome());
        assertTrue(key.credentials.isEmpty());
        assertEquals(1, key.finger.calledOff());
        assertTrue(bench.directory.passkeys.isEmpty());
    }
}
