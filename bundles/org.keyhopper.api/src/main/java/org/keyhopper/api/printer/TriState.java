package org.keyhopper.api.printer;

/** Yes, no or unknown. */
public enum TriState {
    YES,
    NO,
    UNKNOWN
}
