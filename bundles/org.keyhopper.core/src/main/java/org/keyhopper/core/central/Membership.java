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
 * @param escrow the SHA-256 fingerprint of the only escrow certificate to which PINs are sealed; empty if Central had none when it
 *     was confirmed last
 * @param pickUp the same of the only certificate to which copies of PINs are sealed that people pick up at Central
 * @param signIn the refresh token of the operator who signed in; empty if the station works with its own roles
 */
public record Membership(
        URI address,
        Optional<String> fingerprint,
        String central,
        String station,
        String name,
        Secret key,
        Optional<String> escrow,
        Optional<String> pickUp,
        Optional<Secret> signIn)
        implements AutoCloseable {
    public Membership {
        Objects.requireNonNull(address);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(central);
        Objects.requireNonNull(station);
        Objects.requireNonNull(name);
        Objects.requireNonNull(key);
        Objects.requireNonNull(escrow);
        Objects.requireNonNull(pickUp);
        Objects.requireNonNull(signIn);
    }

    /** Wipes the secrets. */
    @Override
    public void close() {
        key.close();
        signIn.ifPresent(Secret::close);
    }
}
