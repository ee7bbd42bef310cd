package org.keyhopper.printer.support;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.TriState;

/** The position of a session's card, and the movement that is not confirmed yet. */
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

    void departFor(CardLocation next) {
        target = next;
        location = CardLocation.UNKNOWN;
    }

    void arrived() {
        stayAt(target);
    }

    void stayAt(CardLocation where) {
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
     * Applies the position that the printer reports. With no card inside, an outward movement was executed, and a card
     * that never reached the encoder does not count.
     */
    CardLocation settle(CardLocation seen) {
        if (seen != CardLocation.UNKNOWN && !location.isOut()) {
            stayAt(seen == CardLocation.HOPPER ? withNothingInside() : seen);
        }
        return location;
    }

    /** Returns where a card that is outside went. */
    Disposal disposal(TriState rejectTray) {
        return switch (location) {
            case REJECT_TRAY -> Disposal.REJECT_TRAY;
            case OUTPUT_TRAY -> Disposal.OUTPUT_TRAY;
            default -> rejectTray == TriState.NO ? Disposal.OUTPUT_TRAY : Disposal.EITHER_TRAY;
        };
    }

    /** Returns the location of rejected cards. */
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
