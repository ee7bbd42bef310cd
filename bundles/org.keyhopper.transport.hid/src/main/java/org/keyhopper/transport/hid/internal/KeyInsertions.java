package org.keyhopper.transport.hid.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes stays of what was seen at the ports. One thread. */
final class KeyInsertions {

    private final Function<EnumeratedKey, Insertion> arrival;
    private final Map<String, Insertion> stays = new LinkedHashMap<>();

    /**
     * Starts with no keys.
     *
     * @param arrival makes the stay of a key that was just found
     */
    KeyInsertions(Function<EnumeratedKey, Insertion> arrival) {
        this.arrival = arrival;
    }

    /** Takes in a look at all ports and returns the stays that go on, oldest first. */
    List<Insertion> update(List<EnumeratedKey> sightings) {
        Map<String, EnumeratedKey> now = sightings.stream()
                .collect(Collectors.toMap(
                        EnumeratedKey::path, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        stays.values().removeIf(stay -> ended(stay, now.get(stay.sighting().path())));
        now.forEach((path, sighting) -> stays.computeIfAbsent(path, key -> arrival.apply(sighting)));
        return List.copyOf(stays.values());
    }

    private static boolean ended(Insertion stay, EnumeratedKey now) {
        boolean ended = !stay.sighting().equals(now);
        if (ended) {
            stay.end();
        }
        return ended;
    }
}
