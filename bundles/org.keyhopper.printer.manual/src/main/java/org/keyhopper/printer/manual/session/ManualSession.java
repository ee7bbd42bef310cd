package org.keyhopper.printer.manual.session;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.transport.Deadline;

/** Moves nothing: the caller of the session instructs the operator and watches the reader. */
public final class ManualSession implements CardSession {

    private final Encoder encoder;
    private volatile CardLocation location = CardLocation.HOPPER;
    private volatile boolean closed;

    public ManualSession(Encoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public void present(Deadline deadline) {
        require(!location.isOut(), "the card of this session was removed");
        location = CardLocation.at(encoder);
    }

    @Override
    public void release(Deadline deadline) {
        // The card is not engaged.
    }

    @Override
    public void eject(Deadline deadline) {
        require(location != CardLocation.HOPPER, "no card was fed yet");
        location = CardLocation.OUTPUT_TRAY;
    }

    @Override
    public Disposal reject(String reason, Deadline deadline) {
        require(location != CardLocation.HOPPER, "no card was fed yet");
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

    public boolean isClosed() {
        return closed;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
