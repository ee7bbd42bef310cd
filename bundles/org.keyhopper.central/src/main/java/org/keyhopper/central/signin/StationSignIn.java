package org.keyhopper.central.signin;

import java.time.Instant;
import java.util.Objects;

/**
 * An operator who signed in at a station, as a code that the station redeems or as a refresh token.
 *
 * @param hash of the code or token
 * @param redirect the address at the station to which the code was given; empty for a refresh token
 * @param challenge of PKCE (RFC 7636 section 4.2); empty for a refresh token
 */
public record StationSignIn(
        String hash, String operator, String station, String redirect, String challenge, Instant expires) {
    public StationSignIn {
        Objects.requireNonNull(hash);
        Objects.requireNonNull(operator);
        Objects.requireNonNull(station);
        Objects.requireNonNull(redirect);
        Objects.requireNonNull(challenge);
    }
}
