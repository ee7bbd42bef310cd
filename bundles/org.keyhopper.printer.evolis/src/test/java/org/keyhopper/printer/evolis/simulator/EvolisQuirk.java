package org.keyhopper.printer.evolis.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.keyhopper.rehearsal.printer.ProtocolOptions;

/**
 * Differences between Evolis printers and services. Without any, the simulator is a current Primacy behind the service
 * of 2017: the connection stays open, ids are echoed, and {@code ERROR} states exist only during printing.
 */
public enum EvolisQuirk {
    /** The connection is closed after each reply. */
    HANGS_UP_AFTER_REPLY,
    /** Replies of the service are pretty-printed with CR LF and arrive in segments; raw replies arrive byte by byte. */
    SEGMENTED_REPLIES,
    /** {@code GetState} is two seconds late. */
    LAGGING_STATE,
    /** Minor states have the names of an early service, without {@code DEF_}, {@code ERR_} and {@code INF_}. */
    BARE_NAMES,
    /** With a card inside the state is {@code WARNING,BUSY} instead of {@code READY,INF_ENCODING_RUNNING}. */
    BUSY_WITH_CARD,
    /** The state of an idle printer is {@code READY,INF_SLEEP_MODE}. */
    SLEEP_MODE,
    /** Statuses are permanently disabled: {@code OFF,PRINTER_STATUS_DISABLED}. Commands work. */
    STATUS_DISABLED,
    /** {@code CMD.GetStatus} fails with 1303 until {@code Pps;1}. */
    STATUS_OFF_AT_FIRST,
    /** {@code CMD.GetStatus} returns base64. */
    STATUS_IN_BASE64,
    /** Another client is printing: failures are {@code ERROR} states. */
    PRINTING,
    /** The first commands are refused because of another client's session. */
    RESERVED_ONCE,
    /** The printer is connected by Ethernet: the service ignores {@code timeout}. */
    ETHERNET,
    /** A movement whose reply is lost ends the connection instead of returning 1301. */
    SILENT_WHEN_LOST,
    /** A failed movement replies only {@code ERROR}. */
    TERSE,
    /** {@code Rlr;p} is unknown. */
    NO_POSITION,
    /** {@code Rlr;p} replies as in the guide of 2003. */
    OLD_POSITION,
    /** The first {@code Rlr;p} after a movement repeats the movement's {@code OK}. */
    STALE_POSITION,
    /** The reader detects a card one second after the printer's {@code OK}. */
    LATE_READER,
    /** From the first card at an encoder on, state and position report that card there, wherever it is. Not part of the contract. */
    ENCODING_FOR_EVER;

    /** Returns the quirks named by these options, in lower case with hyphens. */
    static Set<EvolisQuirk> of(ProtocolOptions options) {
        EnumSet<EvolisQuirk> quirks = EnumSet.noneOf(EvolisQuirk.class);
        for (String name : options.quirks()) {
            quirks.add(Arrays.stream(values())
                    .filter(each -> each.word().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no quirk " + name)));
        }
        return quirks;
    }

    /** Returns the name by which it is enabled. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
