package org.keyhopper.rehearsal.printer;

/** What keeps a machine from moving cards: something somebody at it can change, or a fault. */
public enum MachineTrouble {
    COVER_OPEN,
    JAMMED,
    OUTPUT_FULL,
    REJECT_FULL,
    BROKEN,
    SWITCHED_OFF,
    /** Another program has it. */
    RESERVED
}
