package org.keyhopper.transport.hid.internal.ctaphid;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/**
 * Reassembles messages from the packets of one channel. Packets of other channels belong to other programs and are
 * ignored, as are continuation packets without an initialization packet.
 */
final class MessageAssembly {

    private static final int SHORTEST_PACKET = Packets.CHANNEL_LENGTH + 3;

    private final int channel;
    private int command;
    private ByteBuffer data;
    private int nextSequence;

    MessageAssembly(int channel) {
        this.channel = channel;
    }

    /**
     * Adds one report, and returns the message that it completes, if any.
     *
     * @throws ChannelException PROTOCOL_ERROR if a packet is missing
     */
    Optional<HidMessage> add(byte[] report) throws ChannelException {
        if (report.length < SHORTEST_PACKET || ByteBuffer.wrap(report).getInt() != channel) {
            return Optional.empty();
        }
        ByteBuffer packet = ByteBuffer.wrap(report).position(Packets.CHANNEL_LENGTH);
        int kind = packet.get() & 0xFF;
        if ((kind & Packets.INITIALIZATION) != 0) {
            command = kind & ~Packets.INITIALIZATION;
            data = ByteBuffer.allocate(packet.getShort() & 0xFFFF);
            nextSequence = 0;
        } else if (data == null) {
            return Optional.empty();
        } else {
            requireNext(kind);
        }
        return take(packet);
    }

    private void requireNext(int sequence) throws ChannelException {
        if (sequence != nextSequence) {
            data = null;
            throw new ChannelException(Problem.of(DeviceProblem.PROTOCOL_ERROR)
                    .withDetail("received packet %d instead of %d".formatted(sequence, nextSequence)));
        }
        nextSequence++;
    }

    private Optional<HidMessage> take(ByteBuffer packet) {
        packet.limit(packet.position() + Math.min(packet.remaining(), data.remaining()));
        data.put(packet);
        if (data.hasRemaining()) {
            return Optional.empty();
        }
        HidMessage whole = new HidMessage(command, data.array());
        data = null;
        return Optional.of(whole);
    }
}
