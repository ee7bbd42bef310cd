package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;

/** The operator goes to a person out of turn. */
class GoToTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPersonIsTakenOutOfTurnAndTheOthersFollow() {
        bench.start("anna", "bert", "cleo").await(RunPhase.INSERT_DEVICE, "anna");
        bench.run.goTo(3);
        FakeKey first = bench.insertFor("cleo");
        bench.provision();
        bench.change(first, "anna");
        bench.choose(Choice.SKIP_USER).await(RunPhase.READY, "bert");
        bench.choose(Choice.STOP).ended();
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING, Outcome.PROVISIONED), bench.outcomes());
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
    }

    @Test
    void theDeviceAtHandIsForThePersonGoneTo() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE, "anna");
        bench.insertFor("anna");
        bench.run.goTo(2);
        bench.await(RunPhase.READY, "bert");
    }

    @Test
    void aSkippedPersonIsPendingAgain() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE, "anna");
        bench.choose(Choice.SKIP_USER).await(RunPhase.INSERT_DEVICE, "bert");
        bench.run.goTo(1);
        bench.await(RunPhase.INSERT_DEVICE, "anna");
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aProvisionedPersonIsNotGoneTo() {
        bench.start("anna", "bert", "cleo").await(RunPhase.INSERT_DEVICE, "anna");
        FakeKey first = bench.insertFor("anna");
        bench.provision();
        bench.change(first, "bert");
        bench.run.goTo(1);
        bench.run.goTo(4);
        bench.run.goTo(2);
        bench.await(RunPhase.READY, "bert");
    }
}
