package org.keyhopper.core.central;

import java.net.URI;
import java.util.Objects;

/**
 * Who answers at an address.
 *
 * @param address without a slash at the end
 * @param fingerprint SHA-256 of the public key (SubjectPublicKeyInfo) in lower-case hexadecimal digits; empty without TLS
 * @param authority the issuer of the certificate, for people; empty without TLS
 * @param trusted whether the network settings of this computer trust the certificate for this host
 */
public record ServerIdentity(URI address, String fingerprint, String authority, boolean trusted) {
    public ServerIdentity {
        Objects.requireNonNull(address);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(authority);
    }
}
