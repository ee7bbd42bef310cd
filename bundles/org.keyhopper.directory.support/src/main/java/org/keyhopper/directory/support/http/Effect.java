package org.keyhopper.directory.support.http;

/** Whether a request may be sent again when it may already have been carried out (RFC 9110 section 9.2.2). */
public enum Effect {
    /** Reading, replacing or deleting: doing it twice leaves the same state. */
    IDEMPOTENT,
    /** Never sent again once it may have arrived. */
    NON_IDEMPOTENT
}
