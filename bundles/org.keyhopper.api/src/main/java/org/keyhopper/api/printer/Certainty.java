package org.keyhopper.api.printer;

/** How a driver knows something about its printer. */
public enum Certainty {
    /** The printer says so. */
    REPORTED,
    /** The operator says so. */
    OPERATOR_SET,
    /** Neither says anything; tried when asked for. */
    ASSUMED
}
