package org.keyhopper.central.station;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keyhopper.central.access.Grant;

/**
 * A station that joined.
 *
 * @param id stable
 * @param name for people
 * @param keyThumbprint the JWK SHA-256 thumbprint (RFC 7638) of the key that it made at the join
 * @param publicKey that key as a JWK without its private part
 * @param grants the privileges it has without an operator
 */
public record Station(
        String id,
        String name,
        String keyThumbprint,
        String publicKey,
        List<Grant> grants,
        Instant joined,
        boolean revoked) {
    public Station {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(keyThumbprint);
        Objects.requireNonNull(publicKey);
        grants = List.copyOf(grants);
    }
}
