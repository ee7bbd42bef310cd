package org.keyhopper.central.portal.internal;

import java.time.Duration;
import java.time.Instant;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationContact;

/**
 * A station as the overview shows it.
 *
 * @param seen when it signed in last; null if it never did
 * @param version of the program there; empty if it did not say
 */
public record StationRow(String name, Instant seen, String version, boolean onLine) {

    /** A station that runs signs in again after five minutes at the latest. */
    private static final Duration RUNS = Duration.ofMinutes(6);

    static StationRow of(Station station, StationContact contact) {
        return contact == null
                ? new StationRow(station.name(), null, "", false)
                : new StationRow(
                        station.name(),
                        contact.seen(),
                        contact.version(),
                        contact.seen().isAfter(Instant.now().minus(RUNS)));
    }
}
