package org.keyhopper.central.station;

import java.time.Instant;
import java.util.Objects;

/**
 * The last sign-in of a station, which repeats it every few minutes while it runs.
 *
 * @param station its id
 * @param version of the program there; empty if it did not say
 */
public record StationContact(String station, Instant seen, String version) {
    public StationContact {
        Objects.requireNonNull(station);
        Objects.requireNonNull(seen);
        Objects.requireNonNull(version);
    }
}
