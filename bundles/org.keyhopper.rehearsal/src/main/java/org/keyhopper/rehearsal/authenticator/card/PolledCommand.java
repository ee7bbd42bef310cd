package org.keyhopper.rehearsal.authenticator.card;

/** A command the client polls for; it runs only when the last keep-alive was fetched, so a cancel leaves no trace. */
final class PolledCommand {
    static final byte WAITING_FOR_PRESENCE = 2;

    private final byte[] message;
    private int keepAlives;

    PolledCommand(byte[] message, int keepAlives) {
        this.message = message.clone();
        this.keepAlives = keepAlives;
    }

    byte[] message() {
        return message.clone();
    }

    /** Counts one poll; whether the answer is still to come. */
    boolean keepsWaiting() {
        return keepAlives-- > 0;
    }
}
