package org.keyhopper.transport.pcsc.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;

/** Makes stays of what was seen in the readers. One thread. */
final class CardInsertions {

    /**
     * What one look at a reader showed.
     *
     * @param reader its name
     * @param present a card is in it now
     * @param swapped a card went out since the last look, so that the one in it now is another stay
     */
    record Sighting(String reader, boolean present, boolean swapped) {}

    private final Function<String, Insertion> arrival;
    private final Map<String, Insertion> stays = new HashMap<>();

    /**
     * Starts with no cards.
     *
     * @param arrival makes the stay of a card that was just found in the reader of that name
     */
    CardInsertions(Function<String, Insertion> arrival) {
        this.arrival = arrival;
    }

    /** Takes in a look at all readers and returns the stays that go on, in the order of the readers. */
    List<Insertion> update(List<Sighting> sightings) {
        endWhereReaderLeft(sightings);
        sightings.forEach(this::update);
        return sightings.stream()
                .map(Sighting::reader)
                .filter(stays::containsKey)
                .map(stays::get)
                .toList();
    }

    void endAll(Problem why) {
        stays.values().forEach(stay -> stay.endBecause(why));
        stays.clear();
    }

    private void endWhereReaderLeft(List<Sighting> sightings) {
        Collection<String> readers = sightings.stream().map(Sighting::reader).collect(Collectors.toSet());
        List.copyOf(stays.keySet()).stream()
                .filter(reader -> !readers.contains(reader))
                .forEach(this::end);
    }

    private void update(Sighting sighting) {
        Insertion stay = stays.get(sighting.reader());
        if (stay != null && !stay.inPowerCycle() && (sighting.swapped() || !sighting.present())) {
            end(sighting.reader());
        }
        if (sighting.present()) {
            stays.computeIfAbsent(sighting.reader(), arrival);
        }
    }

    private void end(String reader) {
        stays.remove(reader).endBecause(Problem.of(DeviceProblem.GONE).withDetail("the card left " + reader));
    }
}
