package org.keyhopper.printer.sdk.internal;

import java.util.EnumSet;
import java.util.Set;

/**
 * A Zebra printer as its maker's documents and samples describe it.
 *
 * @param quirks what it does besides
 */
record ZebraModel(Set<Quirk> quirks) {

    /** Peculiarities, each of some models or versions. */
    enum Quirk {
        /** ZXP 1 and 3: no position of a card, and an empty feeder is alarm 4001 of a job that handles an alarm. */
        NO_POSITION,
        /** A job is parsed and received before it is in progress, and reported at the station late. */
        PHASES,
        /** A job ends while the printer is still cleaning up. */
        CLEANS_UP,
        /** Some questions fail because the printer is busy. */
        BUSY_AT_TIMES,
        /** A jam ends a job with an error instead of waiting for an operator. */
        JAM_IS_AN_ERROR,
        /** There is no bin for rejected cards, and no such destination. */
        NO_REJECT_BIN
    }

    static ZebraModel plain() {
        return new ZebraModel(Set.of());
    }

    static ZebraModel with(Quirk first, Quirk... others) {
        return new ZebraModel(EnumSet.of(first, others));
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
