package org.keyhopper.printer.matica.simulator;

import java.util.Locale;

/** Quirks of XID printers, as observed by a program in the field. */
public enum XidQuirk {
    /** Every movement is refused once as not ready and not executed; the printer is ready a moment later. */
    NOT_READY_FIRST,
    /** Every movement is refused once with 52400, and executed when repeated. */
    TRY_AGAIN,
    /** After cards were loaded or the door was moved, the next reply is 62800, and a movement is not executed. */
    MEDIUM_CHANGED,
    /** Replies are repeated before later ones. */
    LATE_REPLIES,
    /** The connection is reset after every movement that was started. */
    RESET_IN_MOVE,
    /** After a power interruption the printer has to be initialised. */
    POWER_INTERRUPTED,
    /** Another model, whose name in the welcome message is padded with zeros. */
    OTHER_MODEL;

    /** Returns the name by which it is enabled. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
