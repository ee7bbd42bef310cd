package org.keyhopper.rehearsal.authenticator.card;

import java.time.Duration;

/** A command the client polls for; it runs only when the last keep-alive was fetched, so a cancel leaves no trace. */
final class PolledCommand {
    static final byte WAITING_FOR_PRESENCE = 2;

    private final byte[] message;
    private final long until;
    private int keepAlives;

    /** @param wait how long it is polled for at least */
    PolledCommand(byte[] message, int keepAlives, Duration wait) {
        this.message = message.clone();
        this.keepAlives = keepAlives;
        until = System.nanoTime() + wait.toNanos();
    }

    byte[] message() {
        return message.clone();
    }

    /** Counts one poll; whether the answer is still to come. */
    boolean keepsWaiting() {
        return keepAlives-- > 0 || System.nanoTime() < until;
    }
}
