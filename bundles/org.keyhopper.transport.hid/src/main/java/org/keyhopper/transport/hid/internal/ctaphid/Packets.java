package org.keyhopper.transport.hid.internal.ctaphid;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Fragments messages into packets (CTAP 2.2 section 11.2.4): one initialization packet, then continuation packets. */
final class Packets {

    static final int INITIALIZATION = 0x80;
    static final int CHANNEL_LENGTH = 4;

    private static final int INITIALIZATION_HEADER = CHANNEL_LENGTH + 3;
    private static final int CONTINUATION_HEADER = CHANNEL_LENGTH + 1;
    private static final int CONTINUATIONS = 128;

    private Packets() {}

    /** Returns the maximum payload in bytes for reports of this length. */
    static int longestMessage(int reportLength) {
        return reportLength - INITIALIZATION_HEADER + CONTINUATIONS * (reportLength - CONTINUATION_HEADER);
    }

    /** Returns the packets, padded with zeros to the report length. */
    static List<byte[]> of(int channel, HidMessage message, int reportLength) {
        ByteBuffer data = ByteBuffer.wrap(message.data());
        List<byte[]> packets = new ArrayList<>();
        ByteBuffer first = ByteBuffer.allocate(reportLength).putInt(channel);
        first.put((byte) (INITIALIZATION | message.command())).putShort((short) data.remaining());
        packets.add(filled(first, data));
        for (int sequence = 0; data.hasRemaining(); sequence++) {
            ByteBuffer next = ByteBuffer.allocate(reportLength).putInt(channel).put((byte) sequence);
            packets.add(filled(next, data));
        }
        return packets;
    }

    private static byte[] filled(ByteBuffer packet, ByteBuffer data) {
        byte[] part = new byte[Math.min(packet.remaining(), data.remaining())];
        data.get(part);
        return packet.put(part).array();
    }
}
