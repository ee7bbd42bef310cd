package org.keyhopper.core.central;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/**
 * How a station joins.
 *
 * @param address of Central, as its administrator configured it
 * @param fingerprint of the only public key that is accepted from now on; empty to trust the authorities of the network
 *     settings
 * @param name by which this computer calls that Central, such as in links
 * @param code the one-time code; stays with the caller
 */
public record JoinOrder(URI address, Optional<String> fingerprint, String name, Secret code) {
    public JoinOrder {
        Objects.requireNonNull(address);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(name);
        Objects.requireNonNull(code);
    }
}
