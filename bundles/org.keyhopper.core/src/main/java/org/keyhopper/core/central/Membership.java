package org.keyhopper.core.central;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/**
 * The membership of this station in a Central.
 *
 * @param fingerprint of the only public key of the server that is accepted; empty if authorities are trusted
 * @param central the name by which this computer calls that Central
 * @param station the id of the station at Central
 * @param name the name of the station at Central
 * @param key the private key of the station, as the connector wrote it
 */
public record Membership(
        URI address, Optional<String> fingerprint, String central, String station, String name, Secret key) {
    public Membership {
        Objects.requireNonNull(address);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(central);
        Objects.requireNonNull(station);
        Objects.requireNonNull(name);
        Objects.requireNonNull(key);
    }
}
