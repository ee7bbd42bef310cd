package org.keyhopper.core.run;

/** The phases of a manual run. */
public enum RunPhase {
    /** Signing in to the directory and reading the request. */
    PREPARING,
    /** The directory is not available; the run continues when it is. The notice says since when. */
    DIRECTORY_OUT,
    /** Insert a device for the current recipient. */
    INSERT_DEVICE,
    /** Several devices are connected: select one; TOUCH_TO_CHOOSE. */
    CHOOSE_DEVICE,
    /** Reading the device. */
    IDENTIFYING,
    /** Person and device can be compared; PROVISION, SKIP_USER. */
    READY,
    /** The device is already provisioned; RESET_AND_PROVISION, TRY_NEW_DEVICE, NEXT_USER. */
    ALREADY_PROVISIONED,
    /** The device cannot be used; TRY_NEW_DEVICE, SKIP_USER. */
    UNUSABLE_DEVICE,
    /** Remove the device, which is finished or not used. */
    REMOVE_DEVICE,
    /** A ceremony is in progress. */
    WORKING,
    /** Provisioned: remove the device. */
    REMOVE_PROVISIONED,
    /** Failed: remove the device; the outcome says why. */
    REMOVE_FAILED,
    /** A device was removed during a ceremony; RECONCILE or TRY_AGAIN, SET_ASIDE. */
    DEVICE_PULLED,
    /** RECONCILE was chosen, and begins when a device is inserted; SET_ASIDE. */
    PUT_BACK,
    /** The current recipient is being reconciled. */
    RECONCILING,
    /** Every recipient of this run is settled. */
    COMPLETED,
    /** The run cannot continue; the notice says why. */
    HALTED
}
