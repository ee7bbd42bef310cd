package org.keyhopper.core.run;

/** The phases of a manual run. */
public enum RunPhase {
    /** Signing in to the directory and reading the request. */
    PREPARING,
    /** The directory is out; the run goes on by itself when it is back. The notice says since when. */
    DIRECTORY_OUT,
    /** Put in a device for the current recipient. */
    INSERT_DEVICE,
    /** Several devices were put in at once, or before: say which one is meant; TOUCH_TO_CHOOSE, or pick one. */
    CHOOSE_DEVICE,
    /** Reading the device. */
    IDENTIFYING,
    /** Person and device can be compared; PROVISION, SKIP_USER. */
    READY,
    /** The device is already provisioned; RESET_AND_PROVISION, TRY_NEW_DEVICE, NEXT_USER. */
    ALREADY_PROVISIONED,
    /** The device cannot be used; TRY_NEW_DEVICE, SKIP_USER. */
    UNUSABLE_DEVICE,
    /** The device in the reader is done with or not wanted: take it out. */
    REMOVE_DEVICE,
    /** A ceremony is under way. */
    WORKING,
    /** It went well: take the device out. */
    REMOVE_PROVISIONED,
    /** It did not: take the device out; the outcome says why. */
    REMOVE_FAILED,
    /** A device was taken out in the middle of a ceremony: put it back, or set it aside; RECONCILE or TRY_AGAIN, SET_ASIDE. */
    DEVICE_PULLED,
    /** RECONCILE was chosen: it begins as soon as a device is put in; SET_ASIDE. */
    PUT_BACK,
    /** The current recipient is being reconciled. */
    RECONCILING,
    /** Every recipient of this run was served. */
    COMPLETED,
    /** The run cannot go on; the notice says why. */
    HALTED
}
