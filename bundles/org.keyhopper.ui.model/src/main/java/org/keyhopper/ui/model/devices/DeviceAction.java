package org.keyhopper.ui.model.devices;

/** What can be done with the device that is looked at. */
public enum DeviceAction {
    /** Show what is on it, after its PIN was typed. */
    UNLOCK,
    /** Stop showing what is on it, and forget its PIN. */
    LOCK,
    /** Delete one passkey from it. */
    DELETE,
    SET_PIN,
    CHANGE_PIN,
    BLINK,
    RESET,
    /** Show the passkeys of somebody whose passkey is gone from the device, to revoke it at the directory. */
    REVOKE,
    /** Stop waiting for hands in a reset. */
    CANCEL
}
