package org.keyhopper.rehearsal.authenticator.hid;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One CTAPHID message, and its encoding in reports of 64 bytes (CTAP 2.2 section 11.2.4).
 *
 * @param channel the channel
 * @param command the command
 * @param data the payload
 */
record CtapHidMessage(int channel, int command, byte[] data) {

    static final int REPORT = 64;
    static final int INIT = 0x06;
    static final int PING = 0x01;
    static final int MSG = 0x03;
    static final int LOCK = 0x04;
    static final int WINK = 0x08;
    static final int CBOR = 0x10;
    static final int CANCEL = 0x11;
    static final int KEEPALIVE = 0x3B;
    static final int ERROR = 0x3F;

    static CtapHidMessage error(int channel, int code) {
        return new CtapHidMessage(channel, ERROR, new byte[] {(byte) code});
    }

    /** Returns a response to this message with the same channel and command. */
    CtapHidMessage answer(byte... content) {
        return new CtapHidMessage(channel, command, content);
    }

    List<byte[]> reports() {
        ByteBuffer rest = ByteBuffer.wrap(data);
        List<byte[]> reports = new ArrayList<>();
        ByteBuffer first = ByteBuffer.allocate(REPORT).putInt(channel);
        reports.add(filled(first.put((byte) (0x80 | command)).putShort((short) data.length), rest));
        for (int sequence = 0; rest.hasRemaining(); sequence++) {
            reports.add(filled(ByteBuffer.allocate(REPORT).putInt(channel).put((byte) sequence), rest));
        }
        return reports;
    }

    private static byte[] filled(ByteBuffer report, ByteBuffer rest) {
        byte[] part = new byte[Math.min(report.remaining(), rest.remaining())];
        rest.get(part);
        return report.put(part).array();
    }
}
