package org.keyhopper.core.journal;

/** The points of a ceremony that are recorded: the intention before, and the result after, each step that cannot be repeated. */
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
    /** The device signed with it; only the confirmation of the directory is missing. */
    SIGNED,
    PROVED,
    FINISHING,
    FINISHED,
    UNDOING,
    UNDONE
}
