package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.core.run.StepProgress.State;

/** The steps of one ceremony and how far they are. Confined to the run's thread. */
public final class CeremonyProgress {

    private final List<StepProgress> steps = new ArrayList<>();

    public List<StepProgress> steps() {
        return List.copyOf(steps);
    }

    public void clear() {
        steps.clear();
    }

    /** Begins anew with the device identified. */
    public void identified(Duration took) {
        steps.clear();
        steps.add(new StepProgress(CeremonyStep.IDENTIFY, State.DONE, took));
    }

    public void planned(List<CeremonyStep> plan) {
        steps.removeIf(step -> step.step() != CeremonyStep.IDENTIFY);
        plan.forEach(step -> steps.add(new StepProgress(step, State.WAITING, Duration.ZERO)));
    }

    public void began(CeremonyStep step) {
        replace(new StepProgress(step, State.RUNNING, Duration.ZERO));
    }

    public void done(CeremonyStep step, Duration took) {
        replace(new StepProgress(step, State.DONE, took));
    }

    /** What is still running when the ceremony is over is what failed. */
    public void over() {
        steps.replaceAll(step ->
                step.state() == State.RUNNING ? new StepProgress(step.step(), State.FAILED, step.took()) : step);
    }

    private void replace(StepProgress progress) {
        steps.replaceAll(step -> step.step() == progress.step() ? progress : step);
    }
}
