package org.keyhopper.ui.model.manual;

/** A moment that is also told by a sound. */
public enum Cue {
    DONE,
    FAILED,
    /** A printer needs somebody. */
    ATTENTION
}
