package org.keyhopper.core.internal.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunEvent;

/** Keeps store, turns and followers in step about what has become of the current recipient. On the run's thread. */
final class OutcomeRecorder {

    private final Requests requests;
    private final Requests.Lease lease;
    private final RecipientQueue turns;
    private final ManualRunState view;
    private final Clock clock;

    OutcomeRecorder(RunServices parts, RecipientQueue turns, ManualRunState view) {
        this.requests = parts.requests();
        this.lease = parts.lease();
        this.turns = turns;
        this.view = view;
        this.clock = parts.clock();
    }

    /** Settles the current recipient without a ceremony. */
    void settle(Outcome outcome, Problem reason) {
        requests.settle(
                lease,
                current().id(),
                new OutcomeRecord(
                        outcome, Optional.of(reason), Optional.empty(), List.of(), clock.instant(), Duration.ZERO));
        takeOver();
    }

    /** Takes over what a ceremony settled. */
    void takeOver() {
        view.tell(new RunEvent.Settled(turns.settle(fresh())));
    }

    /** Returns how the current recipient stands in the store now. */
    Outcome standing() {
        return fresh().recipients().get(current().id().position() - 1).outcome();
    }

    /** Makes the current recipient pending again. */
    void reopen() {
        requests.reopen(lease, List.of(current().id().position()));
        turns.reopen(fresh());
    }

    private RecipientState current() {
        return turns.current().orElseThrow();
    }

    private ProvisioningRequest fresh() {
        return requests.find(turns.request().id()).orElseThrow();
    }
}
