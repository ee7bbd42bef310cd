package org.keyhopper.fido.internal.ctap;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A message being fragmented into CTAPHID packets (CTAP 2.2 section 11.2.4). */
final class HidReply {

    private static final int SEQUENCE_MASK = 0x7F;

    private final int channel;
    private final byte command;
    private final ByteBuffer payload;
    private int packets;

    HidReply(int channel, byte command, byte[] payload) {
        this.channel = channel;
        this.command = command;
        this.payload = ByteBuffer.wrap(payload);
    }

    void next(byte[] packet) {
        Arrays.fill(packet, (byte) 0);
        ByteBuffer target = ByteBuffer.wrap(packet).putInt(channel);
        if (packets == 0) {
            target.put(command).putShort((short) payload.remaining());
        } else {
            target.put((byte) ((packets - 1) & SEQUENCE_MASK));
        }
        packets++;
        int length = Math.min(target.remaining(), payload.remaining());
        payload.get(packet, target.position(), length);
    }

    boolean isSent() {
        return packets > 0 && !payload.hasRemaining();
    }
}
