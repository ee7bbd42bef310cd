package org.keyhopper.transport.hid.internal.ctaphid;

/**
 * One whole CTAPHID message.
 *
 * @param command one of {@link Command}, or any other value sent by a device
 * @param data the payload
 */
record HidMessage(int command, byte[] data) {

    boolean is(int other) {
        return command == other;
    }

    /** Returns the first byte of the payload, or 0 if it is empty. */
    int firstByte() {
        return data.length == 0 ? 0 : data[0] & 0xFF;
    }
}
