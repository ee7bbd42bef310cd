package org.keyhopper.api.device;

/** The form factor of a device, as far as the link reveals it. */
public enum DeviceKind {
    USB_KEY,
    CONTACT_CARD,
    CONTACTLESS_CARD
}
