package org.keyhopper.rehearsal.authenticator.card;

import java.time.Duration;

/**
 * A command polled by the client; it is executed only when the last keep-alive was fetched, so that a cancel has no
 * effect on the state.
 */
final class PolledCommand {
    static final byte WAITING_FOR_PRESENCE = 2;

    private final byte[] message;
    private final long until;
    private int keepAlives;

    /** @param wait how long it is polled at least */
    PolledCommand(byte[] message, int keepAlives, Duration wait) {
        this.message = message.clone();
        this.keepAlives = keepAlives;
        until = System.nanoTime() + wait.toNanos();
    }

    byte[] message() {
        return message.clone();
    }

    /** Counts one poll, and returns whether the response is still pending. */
    boolean keepsWaiting() {
        return keepAlives-- > 0 || System.nanoTime() < until;
    }
}
