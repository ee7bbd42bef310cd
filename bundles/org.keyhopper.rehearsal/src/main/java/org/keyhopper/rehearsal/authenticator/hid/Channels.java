package org.keyhopper.rehearsal.authenticator.hid;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** The allocated channels of a key, and its channel lock. */
final class Channels {

    static final int BROADCAST = 0xFFFFFFFF;

    private static final int FIRST = 0x4B480001;
    private static final int PROTOCOL_VERSION = 2;
    private static final int LONGEST_LOCK_SECONDS = 10;

    private final Set<Integer> known = new HashSet<>();
    private final byte capabilities;
    private int next = FIRST;
    private int holder;
    private long lockedUntil = System.nanoTime();

    Channels(int capabilities) {
        this.capabilities = (byte) capabilities;
    }

    boolean knows(int channel) {
        return known.contains(channel);
    }

    /** Returns the response to INIT: with a new channel on the broadcast channel, otherwise with the same one. */
    CtapHidMessage introduce(CtapHidMessage request) {
        int channel = request.channel() == BROADCAST ? next++ : request.channel();
        known.add(channel);
        ByteBuffer answer = ByteBuffer.allocate(17).put(request.data(), 0, 8).putInt(channel);
        answer.put((byte) PROTOCOL_VERSION).put(new byte[] {1, 0, 0}).put(capabilities);
        return request.answer(answer.array());
    }

    boolean isLockedFor(int channel) {
        return holder != channel && System.nanoTime() < lockedUntil;
    }

    /** Locks for some seconds, or unlocks with 0; false if the time is too long. */
    boolean lock(int channel, int seconds) {
        holder = channel;
        lockedUntil = System.nanoTime() + seconds * 1_000_000_000L;
        return seconds <= LONGEST_LOCK_SECONDS;
    }
}
