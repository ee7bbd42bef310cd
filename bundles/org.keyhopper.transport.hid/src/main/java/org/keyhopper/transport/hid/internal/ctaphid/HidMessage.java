package org.keyhopper.transport.hid.internal.ctaphid;

/**
 * One whole CTAPHID message.
 *
 * @param command one of {@link Command}, or any other a device thinks of
 * @param data what it carries, whole
 */
record HidMessage(int command, byte[] data) {

    boolean is(int other) {
        return command == other;
    }

    /** Returns its first byte, or 0 where there is none. */
    int firstByte() {
        return data.length == 0 ? 0 : data[0] & 0xFF;
    }
}
