package org.keyhopper.rehearsal.printer;

/** The result of a movement. */
public enum MotionOutcome {
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
    /** Another movement is in progress. */
    BUSY,
    /** Another program has reserved the machine. */
    RESERVED,
    HARDWARE,
    OFFLINE
}
