package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

class UsbResetRunTest {

    private final RunBench bench = new RunBench();
    private final FakeKey key = FakeKey.usb("1");

    @BeforeEach
    void beginReset() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE, "anna");
        bench.reader.insert(key, "Port 1");
        bench.await(RunPhase.ALREADY_PROVISIONED, "anna");
        bench.choose(Choice.RESET_AND_PROVISION);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.TakeOut, "take out");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theKeyPutBackIsTheOneThatMustBeTakenOutInTheEnd() {
        replaceBy(key);
        bench.await(RunPhase.REMOVE_PROVISIONED, "anna");
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
        bench.awaitTrue(
                () -> waits().equals(List.of("waiting INSERT", "waiting REMOVE", "waiting INSERT")),
                "being asked for the next key");
        assertEquals(List.of(Outcome.PROVISIONED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aDifferentKeyIsSwappedForTheRightOneAndThePersonIsProvisioned() {
        FakeKey other = FakeKey.usb("2");
        replaceBy(other);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.Swap, "swap");
        bench.reader.remove(other);
        bench.reader.insert(key, "Port 3");
        bench.await(RunPhase.REMOVE_PROVISIONED, "anna");
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
        assertFalse(other.acts.contains(Act.RETRIES), "the key of another person is not examined further");
    }

    @Test
    void aDifferentKeyThatIsStillInMustBeRemovedFirstAndIsNotTakenForTheNextPersons() {
        FakeKey other = FakeKey.usb("2");
        replaceBy(other);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.Swap, "swap");
        bench.reader.insert(key, "Port 3");
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.RemoveOthers, "remove others");
        bench.reader.remove(other);
        bench.await(RunPhase.REMOVE_PROVISIONED, "anna");
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
        assertFalse(other.acts.contains(Act.RETRIES));
    }

    @Test
    void stoppingInsteadOfSwappingEndsTheRunAndTheOtherKeyMustBeTakenOut() {
        replaceBy(FakeKey.usb("2"));
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.Swap, "swap");
        bench.choose(Choice.STOP).ended();
        assertEquals(List.of(Outcome.FAILED, Outcome.PENDING), bench.outcomes());
        assertTrue(key.hasPin());
    }

    @Test
    void stoppingInsteadOfTakingOutEndsTheRun() {
        bench.choose(Choice.STOP).ended();
        RunSnapshot last = bench.run.snapshot();
        assertEquals(RunPhase.HALTED, last.phase());
        assertTrue(last.notice().orElseThrow().is(RunProblem.STOPPED));
        assertEquals(List.of(Outcome.FAILED, Outcome.PENDING), bench.outcomes());
        assertTrue(key.hasPin());
    }

    private List<String> waits() {
        return bench.events().stream()
                .filter(line -> line.startsWith("waiting"))
                .toList();
    }

    private void replaceBy(FakeKey back) {
        bench.reader.remove(key);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.PutBack, "put back");
        bench.reader.insert(back, "Port 2");
    }
}
