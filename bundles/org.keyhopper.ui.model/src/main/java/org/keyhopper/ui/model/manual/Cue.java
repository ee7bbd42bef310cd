package org.keyhopper.ui.model.manual;

/** An event that is signalled by a sound. */
public enum Cue {
    DONE,
    FAILED,
    /** A printer needs the operator. */
    ATTENTION
}
