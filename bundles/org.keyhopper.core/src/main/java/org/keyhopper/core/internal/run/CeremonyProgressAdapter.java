package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.ceremony.CeremonyListener;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/** Shows the steps of a ceremony in its run. What an operator has to do with the device is for a run that has one. */
public class CeremonyProgressAdapter implements CeremonyListener {

    private final RecipientState recipient;
    private final Display display;

    /** Where a run shows the ceremony that is under way. Called on the device's worker; returns quickly. */
    public interface Display {

        /** Changes the steps and publishes them. */
        void progress(Consumer<CeremonyProgress> change);

        void report(RunEvent event);
    }

    public CeremonyProgressAdapter(RecipientState recipient, Display display) {
        this.recipient = recipient;
        this.display = display;
    }

    @Override
    public void planned(List<CeremonyStep> steps) {
        display.progress(progress -> progress.planned(steps));
    }

    @Override
    public void began(CeremonyStep step) {
        display.progress(progress -> progress.began(step));
    }

    @Override
    public void done(CeremonyStep step, Duration took) {
        display.progress(progress -> progress.done(step, took));
        display.report(new RunEvent.StepDone(recipient, step, took));
    }

    @Override
    public void warned(Problem problem) {
        display.report(new RunEvent.Warned(recipient, problem));
    }

    @Override
    public void reinserted(LinkDescription link) {
        // A printer powers cards off and on where they are.
    }

    @Override
    public void instructed(Instruction instruction) {
        // No operator is at a card inside a printer.
    }
}
