package org.keyhopper.core.internal.automatic;

import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.core.automatic.AutomaticOrder;

/** What one printer of a run works with. */
record LaneParts(
        RunDesk desk,
        AutomaticOrder.Lane order,
        LaneBoard board,
        OperatorIntervention operator,
        CardPrinter printer,
        LaneReader reader) {

    Course course() {
        return desk.course();
    }

    boolean isFedByHand() {
        return printer.capabilities().feeding() == Capabilities.Feeding.BY_HAND;
    }

    CardHandling moves() {
        return new CardHandling(
                new PrinterRecovery(printer, operator, new CardFromBefore(desk, reader)),
                order.station(),
                board,
                () -> reader.card().isPresent());
    }
}
