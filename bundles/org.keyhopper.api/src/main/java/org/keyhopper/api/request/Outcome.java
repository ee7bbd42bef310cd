package org.keyhopper.api.request;

/** What has become of one recipient. */
public enum Outcome {
    /** Not attempted yet. */
    PENDING,
    /** Registered and proved. */
    PROVISIONED,
    /** Attempted; nothing is left on device or directory. */
    FAILED,
    /** Passed over by the operator. */
    SKIPPED,
    /** Attempted; something may be left. Needs reconciling. */
    UNCLEAR
}
