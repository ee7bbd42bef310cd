package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.ceremony.CeremonyFollower;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/** Carries a ceremony's progress from the device's worker to the run's thread. */
record CeremonyProgressAdapter(RecipientState recipient, DeviceSelection device, ManualRunState view, Executor run)
        implements CeremonyFollower {

    @Override
    public void planned(List<CeremonyStep> steps) {
        run.execute(() -> {
            view.progress.planned(steps);
            view.publish();
        });
    }

    @Override
    public void began(CeremonyStep step) {
        run.execute(() -> {
            view.progress.began(step);
            view.publish();
        });
    }

    @Override
    public void done(CeremonyStep step, Duration took) {
        run.execute(() -> {
            view.progress.done(step, took);
            view.notice(Optional.empty());
            view.publish();
            view.tell(new RunEvent.StepDone(recipient, step, took));
        });
    }

    @Override
    public void cameBack(LinkDescription link) {
        run.execute(() -> device.doneWith(link.id()));
    }

    @Override
    public void missed(Problem problem) {
        run.execute(() -> view.notice(Optional.of(problem)));
    }

    @Override
    public void instructed(Instruction instruction) {
        run.execute(() -> view.instruct(instruction));
    }
}
