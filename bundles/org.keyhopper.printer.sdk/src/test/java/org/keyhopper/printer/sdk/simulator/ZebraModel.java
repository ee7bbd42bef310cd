package org.keyhopper.printer.sdk.simulator;

import java.util.EnumSet;
import java.util.Set;

/**
 * A Zebra printer as described by its vendor's documents and samples.
 *
 * @param quirks its deviations
 */
public record ZebraModel(Set<Quirk> quirks) {

    /** Quirks of certain models or versions. */
    public enum Quirk {
        /** ZXP 1 and 3: no card position is reported, and an empty feeder is alarm 4001 of a job in alarm handling. */
        NO_POSITION,
        /** A job is parsed and received before it is in progress, and reported at the station late. */
        PHASES,
        /** A job ends while the printer is still cleaning up. */
        CLEANS_UP,
        /** Some queries fail because the printer is busy. */
        BUSY_AT_TIMES,
        /** A jam ends a job with an error instead of waiting for the operator. */
        JAM_IS_AN_ERROR,
        /** There is no reject bin and no such destination. */
        NO_REJECT_BIN
    }

    public static ZebraModel plain() {
        return new ZebraModel(Set.of());
    }

    public static ZebraModel with(Quirk first, Quirk... others) {
        return new ZebraModel(EnumSet.of(first, others));
    }

    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
