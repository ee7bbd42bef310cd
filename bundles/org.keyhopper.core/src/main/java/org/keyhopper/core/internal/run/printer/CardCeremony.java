package org.keyhopper.core.internal.run.printer;

import java.util.concurrent.ExecutionException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.core.automatic.AutomaticOrder.Pace;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.ceremony.CeremonyResult;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.CeremonyProgressAdapter;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** The ceremony with a card at the encoder, on the card's worker, up to where the card may leave. */
record CardCeremony(PrinterContext printer, RecipientState recipient, CeremonyOrder order) {

    CeremonyResult perform() throws PrinterUnavailableException, CardRejectedException, InterruptedException {
        RunContext run = printer.run();
        Ceremony ceremony = new Ceremony(
                run.ceremonies(recipient),
                order,
                new CeremonyProgressAdapter(recipient, printer.state()),
                new CancelSignal());
        try {
            return run.services()
                    .devices()
                    .submit(order.device().link().id(), device -> perform(ceremony, device))
                    .get();
        } catch (ExecutionException e) {
            return endedByFault(Failures.problemOf(e.getCause()));
        } finally {
            printer.state().progress(progress -> progress.over());
        }
    }

    private CeremonyResult perform(Ceremony ceremony, OpenDevice device) {
        return printer.run().order().pace() == Pace.OVERLAPPING
                ? ceremony.performAtDevice(device)
                : CeremonyResult.of(ceremony.perform(device));
    }

    /** The card could not even be opened, so that nothing happened, or store or product failed: the journal knows. */
    private CeremonyResult endedByFault(Problem problem) throws PrinterUnavailableException, CardRejectedException {
        RunContext run = printer.run();
        if (problem.is(RunProblem.CLAIM_LOST)) {
            run.stop(problem);
        }
        if (problem.is(RunProblem.CLAIM_LOST) || problem.is(RunProblem.STORE_FAILED)) {
            throw new PrinterUnavailableException(problem);
        }
        RecipientState stored = run.stored(recipient);
        if (stored.outcome() != Outcome.UNCLEAR) {
            throw new CardRejectedException(problem);
        }
        return CeremonyResult.of(stored.last()
                .filter(record -> record.problem().isPresent())
                .orElseGet(() -> OutcomeRecord.withoutCeremony(
                        Outcome.UNCLEAR, problem, run.services().clock().instant())));
    }
}
