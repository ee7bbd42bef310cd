package org.keyhopper.core.internal.automatic;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.core.automatic.PrinterSnapshot.Piles;

/** On which pile a card lies. */
final class TrayCounts {

    private TrayCounts() {}

    static Piles good(CardLocation where, boolean byHand) {
        if (byHand) {
            return new Piles(0, 0, 0, 1);
        }
        return where == CardLocation.REJECT_TRAY ? new Piles(0, 1, 0, 0) : new Piles(1, 0, 0, 0);
    }

    /** Without a reject tray bad cards lie among the good ones. */
    static Piles bad(CardLocation where, boolean byHand) {
        if (byHand) {
            return new Piles(0, 0, 0, 1);
        }
        return where == CardLocation.OUTPUT_TRAY ? new Piles(0, 0, 1, 0) : new Piles(0, 1, 0, 0);
    }
}
