package org.keyhopper.rehearsal.printer;

/** What came of a movement. */
public enum Outcome {
    DONE,
    HOPPER_EMPTY,
    FEED_FAILED,
    COVER_OPEN,
    JAM,
    OUTPUT_FULL,
    REJECT_FULL,
    NO_CARD,
    /** A card is in the way. */
    OCCUPIED,
    NO_ENCODER,
    NO_REJECT_TRAY,
    /** Something else is being done. */
    BUSY,
    /** Another program has the machine. */
    RESERVED,
    HARDWARE,
    OFFLINE
}
