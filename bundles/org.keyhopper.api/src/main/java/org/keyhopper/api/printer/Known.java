package org.keyhopper.api.printer;

/** Yes, no, or nobody can tell. */
public enum Known {
    YES,
    NO,
    UNKNOWN
}
