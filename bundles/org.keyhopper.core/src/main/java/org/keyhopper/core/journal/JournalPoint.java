package org.keyhopper.core.journal;

/** The points of a ceremony that are written down: the intention before, and the result after, what cannot be repeated. */
public enum JournalPoint {
    STARTED,
    RESETTING,
    RESET,
    PIN_SETTING,
    PIN_SET,
    MAKING,
    MADE,
    REGISTERING,
    REGISTERED,
    /** The device signed with it; only the directory's own word is missing. */
    SIGNED,
    PROVED,
    FINISHING,
    FINISHED,
    UNDOING,
    UNDONE
}
