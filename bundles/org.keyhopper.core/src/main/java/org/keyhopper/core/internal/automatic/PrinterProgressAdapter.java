package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.ceremony.CeremonyFollower;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/** Shows a ceremony's progress on the printer's board. */
record PrinterProgressAdapter(RecipientState recipient, PrinterState printer, AutomaticRunState board)
        implements CeremonyFollower {

    @Override
    public void planned(List<CeremonyStep> steps) {
        printer.progress(progress -> progress.planned(steps));
    }

    @Override
    public void began(CeremonyStep step) {
        printer.progress(progress -> progress.began(step));
    }

    @Override
    public void done(CeremonyStep step, Duration took) {
        printer.progress(progress -> progress.done(step, took));
        board.tell(new RunEvent.StepDone(recipient, step, took));
    }

    @Override
    public void cameBack(LinkDescription link) {
        // Cards are powered off and on where they are.
    }

    @Override
    public void instructed(Instruction instruction) {
        // Nobody stands at a card in a printer.
    }
}
