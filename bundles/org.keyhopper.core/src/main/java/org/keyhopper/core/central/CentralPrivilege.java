package org.keyhopper.core.central;

/** The privileges at Central that a station acts on; Central checks them with each call. */
public enum CentralPrivilege {
    VIEW_REQUESTS,
    PROVISION_NOW,
    RESET_DEVICES,
    VIEW_INITIAL_PIN,
    DOWNLOAD_PROVISIONED_USERS,
    VIEW_INVENTORY,
    REVOKE_DEVICES
}
