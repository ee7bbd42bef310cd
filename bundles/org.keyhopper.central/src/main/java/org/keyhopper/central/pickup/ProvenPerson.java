package org.keyhopper.central.pickup;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom an ID token that was verified describes.
 *
 * @param reference how the audit trail knows the person: a hash of issuer and subject
 * @param account the value of the claim that names the account
 * @param otherFactor whether the person signed in with one of the factors that the configuration names
 * @param at when the person signed in, if the provider says so
 */
public record ProvenPerson(String reference, String account, boolean otherFactor, Optional<Instant> at) {
    public ProvenPerson {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(account);
        Objects.requireNonNull(at);
    }

    @Override
    public String toString() {
        return reference;
    }
}
