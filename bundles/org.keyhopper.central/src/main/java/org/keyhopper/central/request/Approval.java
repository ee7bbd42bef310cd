package org.keyhopper.central.request;

/** Whether a second person has to agree to a request. */
public enum Approval {
    NOT_NEEDED,
    /** No one is provisioned until a second person agrees. */
    NEEDED,
    GIVEN
}
