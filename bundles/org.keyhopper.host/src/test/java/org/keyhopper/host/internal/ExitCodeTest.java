package org.keyhopper.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunProblem;

class ExitCodeTest {

    private static final Tally ALL = new Tally(2, 2, 0, 0, 0, 0);

    private static List<RecipientState> people(Outcome... outcomes) {
        return Stream.of(outcomes)
                .map(outcome -> new RecipientState(
                        new RecipientId(new RequestId("R1"), 1),
                        new Recipient("anna", "", "", ""),
                        outcome,
                        Optional.empty()))
                .toList();
    }

    private static int afterRun(Outcome... outcomes) {
        return ExitCode.of(new RunResult(Tally.of(people(outcomes)), Optional.empty()));
    }

    @Test
    void lostClaimIsHaltedEvenIfAllAreProvisioned() {
        Problem lost = Problem.of(RunProblem.CLAIM_LOST, "R7K3M");
        assertEquals(ExitCode.HALTED, ExitCode.of(new RunResult(ALL, Optional.of(lost))));
        assertEquals(ExitCode.DONE, ExitCode.of(new RunResult(ALL, Optional.empty())));
    }

    @Test
    void allProvisionedIsDone() {
        assertEquals(ExitCode.DONE, afterRun(Outcome.PROVISIONED, Outcome.PROVISIONED));
    }

    @Test
    void skippedRecipientIsNotDone() {
        assertEquals(ExitCode.SOME_FAILED, afterRun(Outcome.PROVISIONED, Outcome.SKIPPED));
        assertEquals(ExitCode.SOME_FAILED, afterRun(Outcome.SKIPPED, Outcome.SKIPPED));
    }

    @Test
    void pendingRecipientIsHalted() {
        assertEquals(ExitCode.HALTED, afterRun(Outcome.FAILED, Outcome.PENDING, Outcome.SKIPPED));
    }

    @Test
    void reconciliationWithFailureIsNotDone() {
        assertEquals(ExitCode.DONE, ExitCode.ofReconciled(people()));
        assertEquals(ExitCode.DONE, ExitCode.ofReconciled(people(Outcome.PROVISIONED)));
        assertEquals(ExitCode.SOME_FAILED, ExitCode.ofReconciled(people(Outcome.PROVISIONED, Outcome.FAILED)));
        assertEquals(ExitCode.SOME_FAILED, ExitCode.ofReconciled(people(Outcome.UNCLEAR)));
    }
}
