package org.keyhopper.core.run;

/** Choices of the operator in a manual run. */
public enum Choice {
    /** Select the one of several devices that is touched next. */
    TOUCH_TO_CHOOSE,
    /** Provision the current recipient on the present device. */
    PROVISION,
    /** Leave the current recipient out of this run; ends an attempt that waits for the operator. */
    SKIP_USER,
    /** On a device already provisioned or unusable: skip the device and the current recipient, and continue with the next. */
    NEXT_USER,
    /** Leave the present device; use another one for the current recipient. */
    TRY_NEW_DEVICE,
    /** Reset the present device, then provision it. */
    RESET_AND_PROVISION,
    /** After a device was removed too early, with nothing left at the directory: attempt the current recipient again. */
    TRY_AGAIN,
    /** After a device was removed too early: reconcile the current recipient when it is reinserted. */
    RECONCILE,
    /** Leave a device that was removed too early, and the current recipient, as they are; continue with the next. */
    SET_ASIDE,
    /** Count the current recipient as failed because of the present device; for runs without an operator. */
    FAIL_USER,
    /** End the run after the operation in progress, which no longer waits for the operator; the remaining recipients stay pending. */
    STOP
}
