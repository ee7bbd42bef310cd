package org.keyhopper.api.printer;

/** Yes, no, or nobody can tell. */
public enum TriState {
    YES,
    NO,
    UNKNOWN
}
