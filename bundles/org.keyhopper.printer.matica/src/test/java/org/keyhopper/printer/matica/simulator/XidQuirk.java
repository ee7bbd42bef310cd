package org.keyhopper.printer.matica.simulator;

import java.util.Locale;

/** Peculiarities of XID printers, as a program in the field meets them. */
public enum XidQuirk {
    /** Every movement is refused once as not ready and not carried out; the printer is ready a moment later. */
    NOT_READY_FIRST,
    /** Every movement is refused once with 52400, and carried out when sent again. */
    TRY_AGAIN,
    /** After cards were loaded or the door was moved, the next answer is 62800, and a movement is not carried out. */
    MEDIUM_CHANGED,
    /** Replies come again in front of later ones. */
    LATE_REPLIES,
    /** The connection is reset after every movement that was begun. */
    RESET_IN_MOVE,
    /** After its power was off the printer wants to be initialised. */
    POWER_INTERRUPTED,
    /** Another model, whose name in the banner ends with zeros. */
    OTHER_MODEL;

    /** Returns the name it is switched on by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
