package org.keyhopper.core.internal.automatic;

import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.core.automatic.AutomaticOrder;

/** What one printer of a run works with. */
record PrinterContext(
        RunContext desk,
        AutomaticOrder.PrinterOrder order,
        PrinterState board,
        OperatorIntervention operator,
        PrinterRecovery recovery,
        EncoderReader reader) {

    RunProgress course() {
        return desk.course();
    }

    boolean isFedByHand() {
        return recovery.printer().capabilities().feeding() == Capabilities.Feeding.BY_HAND;
    }

    CardHandling moves() {
        return new CardHandling(
                recovery, order.encoder(), board, () -> reader.card().isPresent());
    }
}
