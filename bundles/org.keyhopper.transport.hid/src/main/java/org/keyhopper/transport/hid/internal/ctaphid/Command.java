package org.keyhopper.transport.hid.internal.ctaphid;

/** CTAPHID commands (CTAP 2.2 section 11.2.9), as in the first byte of a message with its top bit cleared. */
final class Command {

    static final int INIT = 0x06;
    static final int WINK = 0x08;
    static final int CBOR = 0x10;
    static final int CANCEL = 0x11;
    static final int KEEPALIVE = 0x3B;
    static final int ERROR = 0x3F;

    private Command() {}
}
