package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.ceremony.Ending;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** Has the ceremony performed on the card's worker, up to where the card may leave. */
record CardCeremony(PrinterContext printer, RecipientState recipient, CeremonyOrder order) {

    Ending perform() throws PrinterUnavailableException, CardRejectedException, InterruptedException {
        PrinterProgressAdapter echo = new PrinterProgressAdapter(
                recipient, printer.board(), printer.course().board());
        Ceremony ceremony = new Ceremony(printer.desk().parts().ceremonies(), order, echo, new CancelSignal());
        try {
            return printer.desk()
                    .parts()
                    .devices()
                    .on(order.device().link().id(), task(ceremony))
                    .get();
        } catch (ExecutionException e) {
            return endedByFault(Failures.problemOf(e.getCause()));
        } finally {
            printer.board().progress(progress -> progress.over());
        }
    }

    private DeviceTask<Ending> task(Ceremony ceremony) {
        return switch (printer.desk().order().pace()) {
            case OVERLAPPING -> ceremony::performAtDevice;
            case ONE_AFTER_THE_OTHER -> device -> Ending.awaited(ceremony.perform(device));
        };
    }

    /** The card could not even be opened (nothing happened), or store or product are at fault: the journal knows. */
    private Ending endedByFault(Problem problem) throws PrinterUnavailableException, CardRejectedException {
        if (problem.is(RunProblem.LEASE_LOST)) {
            printer.course().stop(problem);
            throw new PrinterUnavailableException(problem);
        }
        if (problem.is(RunProblem.STORE_FAILED)) {
            throw new PrinterUnavailableException(problem);
        }
        RecipientState standing = printer.course().outcomes().standing(recipient);
        if (standing.outcome() != Outcome.UNCLEAR) {
            throw new CardRejectedException(problem);
        }
        OutcomeRecord told =
                standing.last().filter(record -> record.problem().isPresent()).orElseGet(() -> unclear(problem));
        return Ending.known(told);
    }

    private OutcomeRecord unclear(Problem problem) {
        return new OutcomeRecord(
                Outcome.UNCLEAR,
                Optional.of(problem),
                Optional.empty(),
                List.of(),
                printer.desk().parts().clock().instant(),
                Duration.ZERO);
    }
}
