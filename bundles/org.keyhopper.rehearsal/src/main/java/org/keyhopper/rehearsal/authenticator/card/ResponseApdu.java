package org.keyhopper.rehearsal.authenticator.card;

import java.util.Arrays;

/**
 * A response APDU.
 *
 * @param data body
 * @param sw status word
 */
record ResponseApdu(byte[] data, int sw) {
    static final int OK = 0x9000;
    static final int KEEP_ALIVE = 0x9100;
    static final int WRONG_LENGTH = 0x6700;
    static final int CHAINING_EXPECTED = 0x6883;
    static final int CONDITIONS_NOT_SATISFIED = 0x6985;
    static final int WRONG_DATA = 0x6A80;
    static final int NOT_FOUND = 0x6A82;
    static final int WRONG_PARAMETERS = 0x6A86;
    static final int UNKNOWN_INSTRUCTION = 0x6D00;
    static final int UNKNOWN_CLASS = 0x6E00;
    static final int NO_DIAGNOSIS = 0x6F00;

    /** Returns data with 9000. */
    static ResponseApdu of(byte[] data) {
        return new ResponseApdu(data, OK);
    }

    /** Returns a status word without data. */
    static ResponseApdu of(int sw) {
        return new ResponseApdu(new byte[0], sw);
    }

    /** Returns the encoded response. */
    byte[] encoded() {
        byte[] all = Arrays.copyOf(data, data.length + 2);
        all[data.length] = (byte) (sw >> 8);
        all[data.length + 1] = (byte) sw;
        return all;
    }
}
