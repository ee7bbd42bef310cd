package org.keyhopper.transport.hid.internal.ctaphid;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The response to CTAPHID_INIT (CTAP 2.2 section 11.2.9.1.3).
 *
 * @param channel the allocated channel
 * @param capabilities the capability flags
 */
record InitResponse(int channel, int capabilities) {

    static final int NONCE_LENGTH = 8;

    private static final int LENGTH = 17;
    private static final int CAPABILITIES = 16;
    private static final int WINK = 0x01;
    private static final int CBOR = 0x04;

    /**
     * Returns whether the message responds to the INIT with this nonce; another program may have sent one at the same
     * time.
     */
    static boolean answers(HidMessage message, byte[] nonce) {
        return message.is(Command.INIT)
                && message.data().length >= LENGTH
                && Arrays.equals(nonce, 0, NONCE_LENGTH, message.data(), 0, NONCE_LENGTH);
    }

    static InitResponse in(HidMessage message) {
        ByteBuffer data = ByteBuffer.wrap(message.data());
        return new InitResponse(data.getInt(NONCE_LENGTH), data.get(CAPABILITIES));
    }

    boolean canWink() {
        return (capabilities & WINK) != 0;
    }

    boolean supportsCbor() {
        return (capabilities & CBOR) != 0;
    }
}
