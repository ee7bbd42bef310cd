package org.keyhopper.central.station;

import java.time.Instant;
import java.util.List;
import org.keyhopper.central.access.Grant;

/**
 * A one-time code for one station or API client. The code itself is shown once and not stored.
 *
 * @param hash SHA-256 of the code, as lower-case hexadecimal digits
 * @param kind of what joins with it
 * @param name of the station to be
 * @param grants that it will have
 */
public record JoinCode(String hash, Station.Kind kind, String name, List<Grant> grants, Instant expires) {
    public JoinCode {
        grants = List.copyOf(grants);
    }
}
