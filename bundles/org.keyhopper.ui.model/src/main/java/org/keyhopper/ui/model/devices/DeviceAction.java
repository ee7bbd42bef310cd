package org.keyhopper.ui.model.devices;

/** The actions on the selected device. */
public enum DeviceAction {
    /** Show the content, after the PIN was entered. */
    UNLOCK,
    /** Hide the content and clear the PIN. */
    LOCK,
    /** Delete one credential. */
    DELETE,
    SET_PIN,
    CHANGE_PIN,
    BLINK,
    RESET,
    /** Show the passkeys of the former holder, to revoke a registration whose credential was deleted. */
    REVOKE,
    /** Cancel a reset that waits for the operator. */
    CANCEL
}
