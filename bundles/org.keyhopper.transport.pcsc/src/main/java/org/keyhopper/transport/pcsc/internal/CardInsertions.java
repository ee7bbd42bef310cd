package org.keyhopper.transport.pcsc.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;

/** Derives insertions from the polled reader states. Not thread-safe. */
final class CardInsertions {

    /**
     * The state of a reader at one poll.
     *
     * @param reader the reader's name
     * @param present whether a card is present
     * @param swapped whether a card was removed since the last poll, so that the present one is a new insertion
     */
    record Sighting(String reader, boolean present, boolean swapped) {}

    private final Function<String, Insertion> arrival;
    private final Map<String, Insertion> insertions = new HashMap<>();

    /**
     * Creates the tracker without any cards.
     *
     * @param arrival creates the insertion of a new card in the named reader
     */
    CardInsertions(Function<String, Insertion> arrival) {
        this.arrival = arrival;
    }

    /**
     * Compares new reader states with the previous ones, and returns the current insertions in the order of the
     * readers.
     */
    List<Insertion> update(List<Sighting> sightings) {
        endWhereReaderLeft(sightings);
        sightings.forEach(this::update);
        return sightings.stream()
                .map(Sighting::reader)
                .filter(insertions::containsKey)
                .map(insertions::get)
                .toList();
    }

    void endAll(Problem why) {
        insertions.values().forEach(insertion -> insertion.endBecause(why));
        insertions.clear();
    }

    private void endWhereReaderLeft(List<Sighting> sightings) {
        Collection<String> readers = sightings.stream().map(Sighting::reader).collect(Collectors.toSet());
        List.copyOf(insertions.keySet()).stream()
                .filter(reader -> !readers.contains(reader))
                .forEach(this::end);
    }

    private void update(Sighting sighting) {
        Insertion insertion = insertions.get(sighting.reader());
        if (insertion != null && !insertion.inPowerCycle() && (sighting.swapped() || !sighting.present())) {
            end(sighting.reader());
        }
        if (sighting.present()) {
            insertions.computeIfAbsent(sighting.reader(), arrival);
        }
    }

    private void end(String reader) {
        insertions.remove(reader).endBecause(Problem.of(DeviceProblem.GONE).withDetail("card removed from " + reader));
    }
}
