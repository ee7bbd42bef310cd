package org.keyhopper.printer.evolis.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.keyhopper.rehearsal.printer.SkinOptions;

/**
 * How one Evolis printer or service differs from another. Without any, the simulator is a current Primacy behind the
 * service of 2017: the connection stays open, ids are echoed, and {@code ERROR} states exist only while something is
 * printed.
 */
public enum EvolisQuirk {
    /** The connection is closed after each reply. */
    HANGS_UP_AFTER_REPLY,
    /** Replies of the service are pretty-printed with CR LF and arrive in segments; raw replies arrive byte by byte. */
    SEGMENTED_REPLIES,
    /** {@code GetState} is two seconds behind. */
    LAGGING_STATE,
    /** Minor states are named as by an early service, without {@code DEF_}, {@code ERR_} and {@code INF_}. */
    BARE_NAMES,
    /** With a card inside the state is {@code WARNING,BUSY} instead of {@code READY,INF_ENCODING_RUNNING}. */
    BUSY_WITH_CARD,
    /** The state of an idle printer is {@code READY,INF_SLEEP_MODE}. */
    SLEEP_MODE,
    /** Statuses are switched off for good: {@code OFF,PRINTER_STATUS_DISABLED}. Commands work. */
    STATUS_DISABLED,
    /** {@code CMD.GetStatus} fails with 1303 until {@code Pps;1}. */
    STATUS_OFF_AT_FIRST,
    /** {@code CMD.GetStatus} answers in base64. */
    STATUS_IN_BASE64,
    /** Another client is printing: troubles are {@code ERROR} states. */
    PRINTING,
    /** The first commands are refused because of a session of another client. */
    RESERVED_ONCE,
    /** The printer is connected by Ethernet: the service ignores {@code timeout}. */
    ETHERNET,
    /** A movement whose reply is lost ends the connection instead of being answered with 1301. */
    SILENT_WHEN_LOST,
    /** A failed movement says only {@code ERROR}. */
    TERSE,
    /** {@code Rlr;p} is not known. */
    NO_POSITION,
    /** {@code Rlr;p} answers as the guide of 2003 says. */
    OLD_POSITION,
    /** The first {@code Rlr;p} after a movement repeats the movement's {@code OK}. */
    STALE_POSITION,
    /** The reader sees a card one second after the printer's {@code OK}. */
    LATE_READER;

    /** Returns the quirks that these options name, in lower case with hyphens. */
    static Set<EvolisQuirk> of(SkinOptions options) {
        EnumSet<EvolisQuirk> quirks = EnumSet.noneOf(EvolisQuirk.class);
        for (String name : options.quirks()) {
            quirks.add(Arrays.stream(values())
                    .filter(each -> each.word().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no quirk " + name)));
        }
        return quirks;
    }

    /** Returns the name by which it is switched on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
