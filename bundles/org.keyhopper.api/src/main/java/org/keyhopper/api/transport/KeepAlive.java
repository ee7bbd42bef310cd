package org.keyhopper.api.transport;

/** What a device says while it works on a message (CTAPHID_KEEPALIVE, NFCCTAP_GETRESPONSE). */
public enum KeepAlive {
    PROCESSING,
    TOUCH_NEEDED
}
