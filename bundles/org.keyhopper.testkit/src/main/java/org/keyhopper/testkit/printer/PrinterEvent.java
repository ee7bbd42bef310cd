package org.keyhopper.testkit.printer;

/** What happens to a printer under test. */
public enum Happening {
    CARD_LOADED,
    /** A card lies inside that no session put there. */
    CARD_LEFT_INSIDE,
    COVER_OPENED,
    COVER_CLOSED,
    /** The jam is cleared and whatever is inside is taken out by hand. */
    CARD_TAKEN_OUT,
    SWITCHED_OFF,
    SWITCHED_ON,
    /** Another program has the printer. */
    RESERVED,
    FREED,
    REJECT_TRAY_FULL,
    REJECT_TRAY_EMPTIED,
    /** The next card to be taken will jam. */
    FEED_WILL_JAM,
    /** The next card to be ejected will jam. */
    EJECT_WILL_JAM,
    /** The next card will be brought to the station, and the reply be lost. */
    FEED_REPLY_WILL_BE_LOST,
    /** The next card will be ejected, and the reply be lost. */
    EJECT_REPLY_WILL_BE_LOST
}
