package org.keyhopper.testkit.printer;

/** An event at a printer under test. */
public enum PrinterEvent {
    CARD_LOADED,
    /** A card is inside that was not fed by a session. */
    CARD_LEFT_INSIDE,
    COVER_OPENED,
    COVER_CLOSED,
    /** The jam is cleared and the card inside is removed by hand. */
    CARD_TAKEN_OUT,
    SWITCHED_OFF,
    SWITCHED_ON,
    /** Another program uses the printer. */
    RESERVED,
    FREED,
    REJECT_TRAY_FULL,
    REJECT_TRAY_EMPTIED,
    /** The next feed will jam. */
    FEED_WILL_JAM,
    /** The next eject will jam. */
    EJECT_WILL_JAM,
    /** The next card will be moved to the encoder, and the reply will be lost. */
    FEED_REPLY_WILL_BE_LOST,
    /** The next card will be ejected, and the reply will be lost. */
    EJECT_REPLY_WILL_BE_LOST
}
