package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** Whether the card at an encoder is in touch with the reader behind it. Guarded by its machine. */
final class Engagement {

    private final Map<Encoder, StationReader> readers;
    private Optional<StationReader> reader = Optional.empty();
    private boolean dead;

    Engagement(Map<Encoder, StationReader> readers) {
        this.readers = readers;
    }

    boolean has(Encoder encoder) {
        return readers.containsKey(encoder);
    }

    boolean isOn() {
        return reader.isPresent();
    }

    /** Says whether the reader will see the card that comes to the encoder now. */
    void nextIsDead(boolean unseen) {
        dead = unseen;
    }

    void on(Encoder encoder, Card card) throws IOException {
        if (reader.isEmpty()) {
            StationReader next = readers.get(encoder);
            if (!dead) {
                next.insert(card);
            }
            reader = Optional.of(next);
        }
    }

    void off() throws IOException {
        if (reader.isPresent()) {
            reader.get().withdraw();
            reader = Optional.empty();
        }
    }
}
