package org.keyhopper.central.internal;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;

/**
 * The secrets of a directory that is not stored yet: those that were typed, and those that are kept. Nothing is written.
 *
 * @param kept the stored secrets, if they may be sent to the addresses of the draft
 */
record DraftSecrets(Map<String, Secret> typed, Optional<Secrets> kept) implements Secrets {

    @Override
    public Optional<Secret> get(String key) {
        return typed.containsKey(key) ? Optional.of(typed.get(key).copy()) : kept.flatMap(stored -> stored.get(key));
    }

    @Override
    public void put(String key, Secret secret) {
        // A token that rotates in a test is of no use afterwards: the sign-in of the stored settings gets its own.
    }

    @Override
    public void forget(String key) {
        throw new UnsupportedOperationException(key);
    }
}
