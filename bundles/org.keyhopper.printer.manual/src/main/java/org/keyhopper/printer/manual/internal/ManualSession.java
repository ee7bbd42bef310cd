package org.keyhopper.printer.manual.internal;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.transport.Deadline;

/** Nothing moves here: whoever runs the session tells the person what to do and watches the reader. */
final class ManualSession implements CardSession {

    private final Encoder encoder;
    private volatile CardLocation location = CardLocation.HOPPER;
    private volatile boolean closed;

    ManualSession(Encoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public void present(Deadline deadline) {
        require(!location.isOut(), "this session's card has been taken away");
        location = CardLocation.at(encoder);
    }

    @Override
    public void release(Deadline deadline) {
        // Nothing holds the card.
    }

    @Override
    public void eject(Deadline deadline) {
        require(location != CardLocation.HOPPER, "no card was taken yet");
        location = CardLocation.OUTPUT_TRAY;
    }

    @Override
    public Disposal reject(String reason, Deadline deadline) {
        require(location != CardLocation.HOPPER, "no card was taken yet");
        location = CardLocation.OUTSIDE;
        return Disposal.BY_HAND;
    }

    @Override
    public CardLocation location() {
        return location;
    }

    @Override
    public CardLocation locate(Deadline deadline) {
        return location;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
