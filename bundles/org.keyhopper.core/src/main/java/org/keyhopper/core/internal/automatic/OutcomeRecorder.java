package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;

/** Keeps store, roster and followers in step about what has become of somebody. Any thread. */
record OutcomeRecorder(RunServices parts, RecipientQueue roster, AutomaticRunState board) {

    /** Settles somebody without a card. */
    void fail(RecipientState recipient, Problem reason) {
        requests()
                .settle(
                        parts.lease(),
                        recipient.id(),
                        new OutcomeRecord(
                                Outcome.FAILED,
                                Optional.of(reason),
                                Optional.empty(),
                                List.of(),
                                parts.clock().instant(),
                                Duration.ZERO));
        takeOver(recipient);
        roster.done(recipient);
    }

    /** Takes over what a ceremony settled; returns how the recipient stands. */
    RecipientState takeOver(RecipientState recipient) {
        roster.refresh(fresh());
        RecipientState now = roster.stateOf(recipient.id());
        board.change(() -> {});
        board.tell(new RunEvent.Settled(now));
        return now;
    }

    /** Returns how somebody stands in the store. */
    RecipientState standing(RecipientState recipient) {
        return fresh().recipients().get(recipient.id().position() - 1);
    }

    /** Whose card one from before may be, as far as the journal tells: those who were attended to last, one by printer. */
    Optional<Problem> cardFromLastRun(int printers) {
        boolean begun = !board.latest().attempts().isEmpty();
        List<CeremonyRecord> past = begun
                ? List.of()
                : parts.ceremonies()
                        .records()
                        .journal()
                        .ceremoniesOf(roster.request().id());
        List<String> names = past.reversed().stream()
                .map(CeremonyRecord::recipient)
                .distinct()
                .limit(printers)
                .map(recipient -> roster.stateOf(recipient).recipient().name())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(RunProblem.CARD_FROM_LAST_RUN, String.join(", ", names)));
    }

    /** A ceremony failed because of the card: somebody is to get another one. */
    void again(RecipientState recipient) {
        requests().reopen(parts.lease(), List.of(recipient.id().position()));
        roster.refresh(fresh());
    }

    private ProvisioningRequest fresh() {
        return requests().find(roster.request().id()).orElseThrow();
    }

    private Requests requests() {
        return parts.requests();
    }
}
