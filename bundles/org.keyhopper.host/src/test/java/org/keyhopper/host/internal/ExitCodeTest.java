package org.keyhopper.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunProblem;

class ExitCodeTest {

    private static final Tally ALL = new Tally(2, 2, 0, 0, 0, 0);

    @Test
    void aRunThatLostItsClaimHaltedAlsoWhereAnotherStationProvisionedEveryone() {
        Problem lost = Problem.of(RunProblem.LEASE_LOST, "R7K3M");
        assertEquals(ExitCode.HALTED, ExitCode.of(new RunEnd(ALL, Optional.of(lost))));
        assertEquals(ExitCode.DONE, ExitCode.of(new RunEnd(ALL, Optional.empty())));
    }

    @Test
    void otherwiseTheRequestDecides() {
        Optional<Problem> stopped = Optional.of(Problem.of(RunProblem.STOPPED));
        assertEquals(ExitCode.HALTED, ExitCode.of(new RunEnd(new Tally(2, 1, 0, 0, 1, 0), stopped)));
        assertEquals(ExitCode.SOME_FAILED, ExitCode.of(new RunEnd(new Tally(2, 1, 1, 0, 0, 0), stopped)));
        assertEquals(ExitCode.SOME_FAILED, ExitCode.of(new RunEnd(new Tally(2, 1, 0, 0, 0, 1), Optional.empty())));
    }
}
