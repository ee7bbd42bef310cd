package org.keyhopper.ui.model.automatic;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.keyhopper.api.printer.CardLocation;

/**
 * How many cards the hoppers of a run still hold, from the numbers that the operator has stated: printers report no such
 * number. Any thread.
 */
final class HopperCounts {

    /** A hopper whose cards the operator has counted. */
    private static final class Hopper {
        private int loaded;
        private int left;
    }

    private final Map<Integer, Hopper> counted = new HashMap<>();
    private final Map<Integer, CardLocation> cards = new HashMap<>();

    /**
     * States how many cards a hopper holds now.
     *
     * @param printer index of the printer
     * @param number of cards; 0 if they are not counted
     */
    synchronized void load(int printer, int number) {
        counted.remove(printer);
        if (number > 0) {
            Hopper hopper = new Hopper();
            hopper.loaded = number;
            hopper.left = number;
            counted.put(printer, hopper);
        }
    }

    /** Counts a card once it is known to have left the hopper: until it is presented or out, feeding may have failed. */
    synchronized void moved(int printer, CardLocation to) {
        boolean feeding = cards.put(printer, to) == CardLocation.MOVING;
        boolean fed = to != CardLocation.MOVING && to != CardLocation.HOPPER && to != CardLocation.UNKNOWN;
        Hopper hopper = counted.get(printer);
        if (feeding && fed && hopper != null) {
            hopper.left = Math.max(0, hopper.left - 1);
        }
    }

    /** The printer reports an empty hopper, whatever was counted. */
    synchronized void empty(int printer) {
        Hopper hopper = counted.get(printer);
        if (hopper != null) {
            hopper.left = 0;
        }
    }

    /** Returns the number of cards left; empty if they are not counted. */
    synchronized OptionalInt left(int printer) {
        Hopper hopper = counted.get(printer);
        return hopper == null ? OptionalInt.empty() : OptionalInt.of(hopper.left);
    }

    /** Returns the number of cards that were loaded last; empty if they are not counted. */
    synchronized OptionalInt loaded(int printer) {
        Hopper hopper = counted.get(printer);
        return hopper == null ? OptionalInt.empty() : OptionalInt.of(hopper.loaded);
    }
}
