package org.keyhopper.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.core.run.StepProgress.State;

class CeremonyProgressTest {

    private final CeremonyProgress progress = new CeremonyProgress();

    @Test
    void identifyingStaysInFrontOfThePlan() {
        progress.identified(Duration.ofMillis(5));
        progress.planned(List.of(CeremonyStep.CHECK, CeremonyStep.PIN));
        progress.planned(List.of(CeremonyStep.CHECK, CeremonyStep.CREATE));
        assertEquals(
                List.of(CeremonyStep.IDENTIFY, CeremonyStep.CHECK, CeremonyStep.CREATE),
                progress.steps().stream().map(StepProgress::step).toList());
    }

    @Test
    void whatStillRunsWhenItIsOverIsWhatFailed() {
        progress.planned(List.of(CeremonyStep.CHECK, CeremonyStep.PIN, CeremonyStep.CREATE));
        progress.began(CeremonyStep.CHECK);
        progress.done(CeremonyStep.CHECK, Duration.ofMillis(7));
        progress.began(CeremonyStep.PIN);
        progress.over();
        assertEquals(
                List.of(
                        new StepProgress(CeremonyStep.CHECK, State.DONE, Duration.ofMillis(7)),
                        new StepProgress(CeremonyStep.PIN, State.FAILED, Duration.ZERO),
                        new StepProgress(CeremonyStep.CREATE, State.WAITING, Duration.ZERO)),
                progress.steps());
    }

    @Test
    void theNextOneBeginsWithNothing() {
        progress.identified(Duration.ZERO);
        progress.clear();
        assertTrue(progress.steps().isEmpty());
    }
}
