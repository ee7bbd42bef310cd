package org.keyhopper.core.internal.automatic;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** What is known of a card that was inside a printer before it was to take one. On the printer's thread. */
record LeftoverCard(RunContext desk, EncoderReader reader) {

    /**
     * Returns whose good card it is: the reader of this station sees it, it has a passkey of ours, and with that very one
     * somebody is provisioned.
     */
    Optional<RecipientState> holder() {
        return seen().flatMap(card ->
                        desk.parts().devices().identify(card.id()).join().known())
                .flatMap(this::provisionedWith);
    }

    /** Returns what is to be said of it while nobody knows whose it is; empty where there is nothing to say. */
    Optional<Problem> suspicion() {
        return desk.course().outcomes().cardFromLastRun(desk.order().printers().size());
    }

    /** What is to be said of the good card of somebody. */
    static Problem isGood(RecipientState holder) {
        return Problem.of(RunProblem.GOOD_CARD_FROM_LAST_RUN, holder.recipient().name());
    }

    /** Which reader is the station's must be known: another one may show any card. */
    private Optional<LinkDescription> seen() {
        return reader.isKnown() ? reader.card() : Optional.empty();
    }

    private Optional<RecipientState> provisionedWith(InventoryEntry entry) {
        RecipientId recipient = entry.recipient();
        return desk.parts()
                .requests()
                .find(recipient.request())
                .map(request -> request.recipients().get(recipient.position() - 1))
                .filter(state -> state.outcome() == Outcome.PROVISIONED)
                .filter(state -> state.last()
                        .flatMap(OutcomeRecord::passkey)
                        .map(MadePasskey::credentialId)
                        .filter(entry.credential()::equals)
                        .isPresent());
    }
}
