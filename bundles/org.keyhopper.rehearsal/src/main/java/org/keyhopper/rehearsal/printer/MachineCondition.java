package org.keyhopper.rehearsal.printer;

/** A condition that prevents movements: one that the operator can change, or a fault. */
public enum MachineCondition {
    COVER_OPEN,
    JAMMED,
    OUTPUT_FULL,
    REJECT_FULL,
    BROKEN,
    SWITCHED_OFF,
    /** Another program has reserved it. */
    RESERVED
}
