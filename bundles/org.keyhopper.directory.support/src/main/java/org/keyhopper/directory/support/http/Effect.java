package org.keyhopper.directory.support.http;

/** Whether a request may be sent again when it may already have been carried out. */
public enum Effect {
    /** Reading, or deleting: doing it twice leaves the same state. */
    REPEATABLE,
    /** Doing it twice would be a mistake, so it is never sent again once it may have arrived. */
    ONCE
}
