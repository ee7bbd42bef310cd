package org.keyhopper.core.internal.run;

import java.time.Clock;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;

/** Keeps store, queue and listeners of a run in step about the outcomes of recipients. Blocks on the disk; any thread. */
public final class OutcomeRecorder {

    private final Requests requests;
    private final RecipientQueue queue;
    private final Clock clock;
    private final Consumer<RecipientState> listener;

    /** @param listener receives each recipient after it was settled */
    public OutcomeRecorder(RunServices services, RecipientQueue queue, Consumer<RecipientState> listener) {
        this.requests = services.requests();
        this.queue = queue;
        this.clock = services.clock();
        this.listener = listener;
    }

    /** Settles a recipient without a ceremony. */
    public void settle(RecipientState recipient, Outcome outcome, Problem reason) {
        requests.settle(
                queue.claimOn(recipient),
                recipient.id(),
                OutcomeRecord.withoutCeremony(outcome, reason, clock.instant()));
        readSettled(recipient);
    }

    /** Reads what a ceremony settled; returns the recipient as it is now. */
    public RecipientState readSettled(RecipientState recipient) {
        queue.refresh();
        RecipientState now = queue.settled(recipient);
        listener.accept(now);
        return now;
    }

    /** Returns the recipient as the store has it. */
    public RecipientState stored(RecipientState recipient) {
        queue.refresh();
        return queue.stateOf(recipient.id());
    }

    /** Makes a recipient pending again, for another attempt in this run. */
    public void reopen(RecipientState recipient) {
        requests.reopen(queue.claimOn(recipient));
        queue.refresh();
        queue.reopened(recipient);
    }
}
