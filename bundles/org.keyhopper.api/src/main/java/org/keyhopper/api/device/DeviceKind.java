package org.keyhopper.api.device;

/** What a person holds in the hand, as far as the link to it tells. */
public enum DeviceKind {
    USB_KEY,
    CONTACT_CARD,
    CONTACTLESS_CARD
}
