package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** Whether the card at an encoder is connected to the reader behind it. Guarded by the machine. */
final class Engagement {

    private final Map<Encoder, EncoderReader> readers;
    private Optional<EncoderReader> reader = Optional.empty();
    private boolean dead;

    Engagement(Map<Encoder, EncoderReader> readers) {
        this.readers = readers;
    }

    boolean has(Encoder encoder) {
        return readers.containsKey(encoder);
    }

    boolean isOn() {
        return reader.isPresent();
    }

    /** Sets whether the reader will fail to detect the next card at the encoder. */
    void nextIsDead(boolean unseen) {
        dead = unseen;
    }

    void on(Encoder encoder, Card card) throws IOException {
        if (reader.isEmpty()) {
            EncoderReader next = readers.get(encoder);
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
