package org.keyhopper.core.internal.run.printer;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** What is known of a card that was inside a printer before it was to take one. On the printer's thread. */
record LeftoverCard(RunContext run, EncoderReader reader) {

    /**
     * Returns the recipient who is provisioned with the passkey on the card: the reader of this encoder sees the card, and the
     * inventory knows its passkey.
     */
    Optional<RecipientState> holder() throws InterruptedException {
        Optional<LinkDescription> card = detected();
        return card.isEmpty()
                ? Optional.empty()
                : run.identify(card.get().id()).known().flatMap(this::provisionedWith);
    }

    /** Returns whose card it may be, as far as the journal tells: the latest recipients of earlier runs, one by printer. */
    Optional<Problem> suspicion() {
        boolean begun = !run.state().latest().attempts().isEmpty();
        List<CeremonyRecord> past = begun
                ? List.of()
                : run.services().journal().ceremoniesOf(run.request().id());
        List<String> names = past.reversed().stream()
                .map(CeremonyRecord::recipient)
                .distinct()
                .limit(run.order().printers().size())
                .map(recipient -> run.state().stateOf(recipient).recipient().name())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(RunProblem.CARD_FROM_LAST_RUN, String.join(", ", names)));
    }

    /** Returns what is reported of the card of a recipient who is provisioned with it. */
    static Problem isGood(RecipientState holder) {
        return Problem.of(RunProblem.GOOD_CARD_FROM_LAST_RUN, holder.recipient().name());
    }

    /** Only the reader of this encoder counts: another one may show any card. */
    private Optional<LinkDescription> detected() {
        return reader.isKnown() ? reader.card() : Optional.empty();
    }

    private Optional<RecipientState> provisionedWith(InventoryEntry entry) {
        RecipientId recipient = entry.recipient();
        return run.services()
                .requests()
                .find(recipient.request())
                .map(request -> request.recipient(recipient.position()))
                .filter(state -> state.outcome() == Outcome.PROVISIONED)
                .filter(state -> state.last()
                        .flatMap(OutcomeRecord::passkey)
                        .map(MadePasskey::credentialId)
                        .filter(entry.credential()::equals)
                        .isPresent());
    }
}
