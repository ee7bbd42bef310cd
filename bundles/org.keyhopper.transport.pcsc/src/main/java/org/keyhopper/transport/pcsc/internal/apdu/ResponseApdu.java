package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.Arrays;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/**
 * A response APDU.
 *
 * @param data without the status word
 * @param sw the status word, 0x0000 to 0xFFFF
 */
record ResponseApdu(byte[] data, int sw) {

    /** Parses the bytes of a response. Fails with PROTOCOL_ERROR if they are too few for a status word. */
    static ResponseApdu of(byte[] bytes) throws ChannelException {
        if (bytes.length < 2) {
            throw new ChannelException(Problem.of(DeviceProblem.PROTOCOL_ERROR)
                    .withDetail("answer of " + bytes.length + " bytes without a status word"));
        }
        int end = bytes.length - 2;
        int sw = Byte.toUnsignedInt(bytes[end]) << 8 | Byte.toUnsignedInt(bytes[end + 1]);
        return new ResponseApdu(Arrays.copyOf(bytes, end), sw);
    }

    boolean succeeded() {
        return sw == StatusWord.SUCCESS;
    }

    boolean keepsAlive() {
        return sw == StatusWord.KEEP_ALIVE;
    }

    int sw1() {
        return sw >> 8;
    }

    int sw2() {
        return sw & 0xFF;
    }
}
