package org.keyhopper.rehearsal.authenticator.hid;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The one message that a key is receiving. */
final class Incoming {

    private static final long LONGEST_GAP_NANOS = 3_000_000_000L;

    private final int channel;
    private final int command;
    private final ByteBuffer data;
    private final long begun = System.nanoTime();
    private int nextSequence;

    /** Begins with an initialization packet. */
    Incoming(ByteBuffer packet) {
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

    /** Takes a continuation packet, its channel already read; false when it is not the next one. */
    boolean goesOnWith(ByteBuffer packet) {
        boolean next = packet.get() == nextSequence;
        nextSequence++;
        take(packet);
        return next;
    }

    Optional<Frame> whole() {
        return data.hasRemaining() ? Optional.empty() : Optional.of(new Frame(channel, command, data.array()));
    }

    private void take(ByteBuffer packet) {
        packet.limit(packet.position() + Math.min(packet.remaining(), data.remaining()));
        data.put(packet);
    }
}
