package org.keyhopper.transport.helper;

/** How serving ended. */
public enum HelperEnd {
    /** No client connected in time. */
    TIMED_OUT,
    /** The client disconnected. */
    CLIENT_LEFT
}
