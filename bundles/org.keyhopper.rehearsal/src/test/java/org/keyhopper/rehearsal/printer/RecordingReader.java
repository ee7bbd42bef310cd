package org.keyhopper.rehearsal.printer;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** Writes down what comes and goes. */
final class RecordingReader implements StationReader {

    final List<String> events = new ArrayList<>();

    @Override
    public void insert(Card card) {
        events.add("in " + card.serial());
    }

    @Override
    public void withdraw() {
        events.add("out");
    }
}
