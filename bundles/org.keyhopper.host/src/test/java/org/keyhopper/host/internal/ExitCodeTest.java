package org.keyhopper.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;

class ExitCodeTest {

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
        return ExitCode.of(Tally.of(people(outcomes)));
    }

    @Test
    void aRunThatProvisionedEveryoneIsDone() {
        assertEquals(ExitCode.DONE, afterRun(Outcome.PROVISIONED, Outcome.PROVISIONED));
    }

    @Test
    void aRunThatSkippedSomeoneIsNotDone() {
        assertEquals(ExitCode.SOME_FAILED, afterRun(Outcome.PROVISIONED, Outcome.SKIPPED));
        assertEquals(ExitCode.SOME_FAILED, afterRun(Outcome.SKIPPED, Outcome.SKIPPED));
    }

    @Test
    void aRunThatLeftSomeonePendingIsHalted() {
        assertEquals(ExitCode.HALTED, afterRun(Outcome.FAILED, Outcome.PENDING, Outcome.SKIPPED));
    }

    @Test
    void aReconciliationThatEndsInFailureIsNotDone() {
        assertEquals(ExitCode.DONE, ExitCode.ofReconciled(people()));
        assertEquals(ExitCode.DONE, ExitCode.ofReconciled(people(Outcome.PROVISIONED)));
        assertEquals(ExitCode.SOME_FAILED, ExitCode.ofReconciled(people(Outcome.PROVISIONED, Outcome.FAILED)));
        assertEquals(ExitCode.SOME_FAILED, ExitCode.ofReconciled(people(Outcome.UNCLEAR)));
    }
}
