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
import org.keyhopper.core.internal.ceremony.CeremonyResult;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** Has the ceremony performed on the card's worker, up to where the card may leave. */
record Work(LaneParts lane, RecipientState recipient, CeremonyOrder order) {

    CeremonyResult perform() throws LaneOut, BadCard, InterruptedException {
        LaneEcho echo = new LaneEcho(recipient, lane.board(), lane.course().board());
        Ceremony ceremony = new Ceremony(lane.desk().parts().ceremonies(), order, echo, new CancelSignal());
        try {
            return lane.desk()
                    .parts()
                    .devices()
                    .on(order.device().link().id(), task(ceremony))
                    .get();
        } catch (ExecutionException e) {
            return endedByFault(Failures.problemOf(e.getCause()));
        } finally {
            lane.board().progress(progress -> progress.over());
        }
    }

    private DeviceTask<CeremonyResult> task(Ceremony ceremony) {
        return switch (lane.desk().order().pace()) {
            case OVERLAPPING -> ceremony::performAtDevice;
            case ONE_AFTER_THE_OTHER -> device -> CeremonyResult.of(ceremony.perform(device));
        };
    }

    /** The card could not even be opened (nothing happened), or store or product are at fault: the journal knows. */
    private CeremonyResult endedByFault(Problem problem) throws LaneOut, BadCard {
        if (problem.is(RunProblem.LEASE_LOST)) {
            lane.course().stop(problem);
            throw new LaneOut(problem);
        }
        if (problem.is(RunProblem.STORE_FAILED)) {
            throw new LaneOut(problem);
        }
        RecipientState standing = lane.course().outcomes().standing(recipient);
        if (standing.outcome() != Outcome.UNCLEAR) {
            throw new BadCard(problem);
        }
        OutcomeRecord told =
                standing.last().filter(record -> record.problem().isPresent()).orElseGet(() -> unclear(problem));
        return CeremonyResult.of(told);
    }

    private OutcomeRecord unclear(Problem problem) {
        return new OutcomeRecord(
                Outcome.UNCLEAR,
                Optional.of(problem),
                Optional.empty(),
                List.of(),
                lane.desk().parts().clock().instant(),
                Duration.ZERO);
    }
}
