package org.keyhopper.rehearsal.authenticator.hid;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The message that a key is receiving. */
final class IncomingMessage {

    private static final long LONGEST_GAP_NANOS = 3_000_000_000L;

    private final int channel;
    private final int command;
    private final ByteBuffer data;
    private final long begun = System.nanoTime();
    private int nextSequence;

    /** Starts with an initialization packet. */
    IncomingMessage(ByteBuffer packet) {
        channel = packet.getInt();
        command = packet.get() & 0x7F;
        data = ByteBuffer.allocate(packet.getShort() & 0xFFFF);
        take(packet);
    }

    int channel() {
        return channel;
    }

    boolean isStale() {
        return System.nanoTime() - begun > LONGEST_GAP_NANOS;
    }

    /** Adds a continuation packet, its channel already read; false if it is out of sequence. */
    boolean goesOnWith(ByteBuffer packet) {
        boolean next = packet.get() == nextSequence;
        nextSequence++;
        take(packet);
        return next;
    }

    Optional<CtapHidMessage> whole() {
        return data.hasRemaining() ? Optional.empty() : Optional.of(new CtapHidMessage(channel, command, data.array()));
    }

    private void take(ByteBuffer packet) {
        packet.limit(packet.position() + Math.min(packet.remaining(), data.remaining()));
        data.put(packet);
    }
}
