package org.keyhopper.transport.pcsc.internal.apdu;

import java.nio.ByteBuffer;

/**
 * A command APDU that always expects a response (ISO 7816-4 cases 2 and 4). Readers and runtimes that correct a length
 * overwrite the last byte, so a command without Le would lose a byte of its data.
 *
 * @param cla class byte
 * @param ins instruction byte
 * @param p1 first parameter
 * @param p2 second parameter
 * @param data may be empty
 */
record CommandApdu(int cla, int ins, int p1, int p2, byte[] data) {

    private static final int MAX_SHORT_DATA = 255;

    private static final byte[] NOTHING = {};

    CommandApdu(int cla, int ins, int p1, int p2) {
        this(cla, ins, p1, p2, NOTHING);
    }

    /** Returns the short form with Le 00: up to 256 bytes of response. */
    byte[] shortForm() {
        if (data.length > MAX_SHORT_DATA) {
            throw new IllegalArgumentException(data.length + " bytes in a short APDU");
        }
        ByteBuffer apdu = header(data.length == 0 ? 5 : 6 + data.length);
        if (data.length > 0) {
            apdu.put((byte) data.length).put(data);
        }
        return apdu.put((byte) 0).array();
    }

    /** Returns the short form without Le, for all blocks of a chain except the last. */
    byte[] chainedForm() {
        return header(5 + data.length).put((byte) data.length).put(data).array();
    }

    /** Returns the extended form with Le 0000: up to 65,536 bytes of response. */
    byte[] extendedForm() {
        ByteBuffer apdu = header(data.length == 0 ? 7 : 9 + data.length).put((byte) 0);
        if (data.length > 0) {
            apdu.putShort((short) data.length).put(data);
        }
        return apdu.putShort((short) 0).array();
    }

    private ByteBuffer header(int length) {
        return ByteBuffer.allocate(length)
                .put((byte) cla)
                .put((byte) ins)
                .put((byte) p1)
                .put((byte) p2);
    }
}
