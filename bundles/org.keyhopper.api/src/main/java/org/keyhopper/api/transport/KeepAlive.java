package org.keyhopper.api.transport;

/** The status that a device reports while it processes a message (CTAPHID_KEEPALIVE, NFCCTAP_GETRESPONSE). */
public enum KeepAlive {
    PROCESSING,
    TOUCH_NEEDED
}
