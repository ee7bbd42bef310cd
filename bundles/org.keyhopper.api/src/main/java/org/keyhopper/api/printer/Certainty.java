package org.keyhopper.api.printer;

/** How reliable a driver's knowledge about its printer is. */
public enum Certainty {
    /** Reported by the printer. */
    REPORTED,
    /** Configured by the operator. */
    OPERATOR_SET,
    /** Neither reported nor configured; attempted on request. */
    ASSUMED
}
