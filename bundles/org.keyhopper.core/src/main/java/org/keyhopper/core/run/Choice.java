package org.keyhopper.core.run;

/** What the operator can choose in a manual run. */
public enum Choice {
    /** Select the one of several devices that is touched next. */
    TOUCH_TO_CHOOSE,
    /** Provision the current recipient on the present device. */
    PROVISION,
    /** Leave the current recipient out of this run; while a touch or the like is waited for, that ends the attempt. */
    SKIP_USER,
    /** On a device already provisioned or unusable: leave it, and the current recipient, and go on with the next. */
    NEXT_USER,
    /** Leave the present device; use another one for the current recipient. */
    TRY_NEW_DEVICE,
    /** Reset the present device, then provision it. */
    RESET_AND_PROVISION,
    /** After a device was taken out too early, with nothing left at the directory: attempt the current recipient once more. */
    TRY_AGAIN,
    /** After a device was taken out too early: reconcile the current recipient as soon as it is back. */
    RECONCILE,
    /** Leave a device that was taken out too early, and the current recipient as they are; go on with the next. */
    SET_ASIDE,
    /** Count the current recipient as failed because of the present device; for runs without a person to ask. */
    FAIL_USER,
    /** End the run after what is under way, which no longer waits for the operator; the remaining recipients stay pending. */
    STOP
}
