package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** Whether the card at a station is in touch with the reader behind it. Guarded by its machine. */
final class Engagement {

    private final Map<Station, StationReader> readers;
    private Optional<StationReader> reader = Optional.empty();
    private boolean dead;

    Engagement(Map<Station, StationReader> readers) {
        this.readers = readers;
    }

    boolean has(Station station) {
        return readers.containsKey(station);
    }

    boolean isOn() {
        return reader.isPresent();
    }

    /** Says whether the reader will see the card that comes to the station now. */
    void nextIsDead(boolean unseen) {
        dead = unseen;
    }

    void on(Station station, Card card) throws IOException {
        if (reader.isEmpty()) {
            StationReader next = readers.get(station);
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
