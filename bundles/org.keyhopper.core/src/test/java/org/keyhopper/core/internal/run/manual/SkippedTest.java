package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;

/** A skip holds from run to run until it is undone. */
class SkippedTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theNextRunLeavesASkippedRecipientOut() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE, "anna");
        bench.choose(Choice.SKIP_USER).await(RunPhase.INSERT_DEVICE, "bert");
        bench.choose(Choice.STOP).ended();
        bench.again().await(RunPhase.INSERT_DEVICE, "bert");
        assertTrue(bench.run.snapshot().next().isEmpty());
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aRecipientWhoseSkipWasUndoneHasATurnAgain() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE, "anna");
        bench.choose(Choice.SKIP_USER).ended();
        bench.store.requests.reopen(bench.request, List.of(1));
        bench.again().await(RunPhase.INSERT_DEVICE, "anna");
    }

    @Test
    void aRequestOfProvisionedAndSkippedRecipientsIsCompleted() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE, "anna");
        bench.choose(Choice.SKIP_USER).ended();
        ProvisioningRequest request = bench.store.requests.find(bench.request).orElseThrow();
        assertEquals(ProvisioningRequest.State.COMPLETED, request.state());
        assertEquals(1, request.skipped().size());
        assertTrue(request.open().isEmpty());
    }
}
