package org.keyhopper.api.request;

/** The outcome for one recipient. */
public enum Outcome {
    /** Not attempted yet. */
    PENDING,
    /** Registered and proved. */
    PROVISIONED,
    /** Attempted and failed; nothing is left on device or directory. */
    FAILED,
    /** Skipped by the operator. */
    SKIPPED,
    /** Attempted; a registration or credential may be left. Needs reconciling. */
    UNCLEAR
}
