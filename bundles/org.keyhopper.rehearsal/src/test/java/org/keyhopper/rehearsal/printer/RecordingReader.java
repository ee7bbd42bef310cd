package org.keyhopper.rehearsal.printer;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** Records insertions and removals. */
final class RecordingReader implements EncoderReader {

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
