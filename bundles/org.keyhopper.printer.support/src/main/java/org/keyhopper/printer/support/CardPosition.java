package org.keyhopper.printer.support;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.TriState;

/** Where the card of a session is, and which movement has not been confirmed. */
final class CardPosition {

    private final Encoder encoder;
    private volatile CardLocation location = CardLocation.HOPPER;
    private CardLocation target = CardLocation.HOPPER;
    private boolean presented;

    CardPosition(Encoder encoder) {
        this.encoder = encoder;
    }

    CardLocation location() {
        return location;
    }

    boolean isInside() {
        return location == CardLocation.at(encoder) || location == CardLocation.INSIDE;
    }

    void leavesFor(CardLocation next) {
        target = next;
        location = CardLocation.UNKNOWN;
    }

    void arrived() {
        stays(target);
    }

    void stays(CardLocation where) {
        location = where;
        target = where;
        presented |= where == CardLocation.at(encoder);
    }

    void requireKnown() throws PrinterException {
        if (location == CardLocation.UNKNOWN) {
            throw PrinterException.of(PrinterProblem.MOVE_UNCONFIRMED);
        }
    }

    /**
     * Takes what the printer says. Without a card inside, an outward movement has been carried out, and a card that never
     * reached the encoder does not count.
     */
    CardLocation settle(CardLocation seen) {
        if (seen != CardLocation.UNKNOWN && !location.isOut()) {
            stays(seen == CardLocation.HOPPER ? withNothingInside() : seen);
        }
        return location;
    }

    /** Returns what became of a card that is out. */
    Disposal disposal(TriState rejectTray) {
        return switch (location) {
            case REJECT_TRAY -> Disposal.REJECT_TRAY;
            case OUTPUT_TRAY -> Disposal.OUTPUT_TRAY;
            default -> rejectTray == TriState.NO ? Disposal.OUTPUT_TRAY : Disposal.EITHER_TRAY;
        };
    }

    /** Returns where rejected cards go. */
    static CardLocation rejectedTo(TriState rejectTray) {
        return switch (rejectTray) {
            case YES -> CardLocation.REJECT_TRAY;
            case NO -> CardLocation.OUTPUT_TRAY;
            case UNKNOWN -> CardLocation.OUTSIDE;
        };
    }

    private CardLocation withNothingInside() {
        if (target.isOut()) {
            return target;
        }
        return presented ? CardLocation.OUTSIDE : CardLocation.HOPPER;
    }
}
