package org.keyhopper.central.signin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A browser that is signed in.
 *
 * @param hash of the value of its cookie
 * @param operator the id; empty for the code for emergencies
 * @param csrf what every call that changes something must carry
 * @param idToken the hint for signing out at the provider
 * @param lastUsed up to a minute behind
 * @param expires at the latest
 */
public record Session(
        String hash,
        Optional<String> operator,
        String csrf,
        Optional<String> idToken,
        Instant created,
        Instant lastUsed,
        Instant expires) {
    public Session {
        Objects.requireNonNull(hash);
        Objects.requireNonNull(csrf);
    }

    /** Returns the session without its secrets. */
    @Override
    public String toString() {
        return "Session of " + operator.orElse("break-glass") + " until " + expires;
    }
}
