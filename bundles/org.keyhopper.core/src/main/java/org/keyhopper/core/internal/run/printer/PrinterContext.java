package org.keyhopper.core.internal.run.printer;

import java.util.Optional;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.core.request.RecipientState;

/** What one printer of a run works with. */
record PrinterContext(
        RunContext run,
        PrinterState state,
        OperatorIntervention operator,
        PrinterRecovery recovery,
        EncoderReader reader) {

    boolean isFedByHand() {
        return recovery.printer().capabilities().feeding() == Capabilities.Feeding.BY_HAND;
    }

    CardHandling handling() {
        return new CardHandling(
                recovery, state.order().encoder(), state, () -> reader.card().isPresent());
    }

    void moved(CardLocation to, RecipientState recipient) {
        state.moved(to, Optional.of(recipient));
    }
}
