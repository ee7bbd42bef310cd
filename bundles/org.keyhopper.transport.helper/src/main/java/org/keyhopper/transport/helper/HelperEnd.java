package org.keyhopper.transport.helper;

/** How a helper's work came to its end. */
public enum HelperEnd {
    /** Nobody came in time. */
    NOBODY_CAME,
    /** The one who was served left. */
    CLIENT_LEFT
}
