package org.keyhopper.transport.hid.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Derives insertions from the enumerated keys. Not thread-safe. */
final class KeyInsertions {

    private final Function<EnumeratedKey, Insertion> arrival;
    private final Map<String, Insertion> insertions = new LinkedHashMap<>();

    /**
     * Creates the tracker without any keys.
     *
     * @param arrival creates the insertion of a new key
     */
    KeyInsertions(Function<EnumeratedKey, Insertion> arrival) {
        this.arrival = arrival;
    }

    /** Compares a new enumeration with the previous one, and returns the current insertions, oldest first. */
    List<Insertion> update(List<EnumeratedKey> keys) {
        Map<String, EnumeratedKey> now = keys.stream()
                .collect(Collectors.toMap(
                        EnumeratedKey::path, Function.identity(), (one, unchanged) -> one, LinkedHashMap::new));
        insertions
                .values()
                .removeIf(insertion -> ended(insertion, now.get(insertion.key().path())));
        now.forEach((path, key) -> insertions.computeIfAbsent(path, added -> arrival.apply(key)));
        return List.copyOf(insertions.values());
    }

    private static boolean ended(Insertion insertion, EnumeratedKey now) {
        boolean ended = !insertion.key().equals(now);
        if (ended) {
            insertion.end();
        }
        return ended;
    }
}
