package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts and decrypts the secrets of the station, with a key that is loaded on first use. */
final class SecretCipher {

    private static final Logger LOGGER = LoggerFactory.getLogger(SecretCipher.class);

    private final MasterKey key;

    /** Guarded by this. */
    private AeadCipher seal;

    SecretCipher(MasterKey key) {
        this.key = key;
    }

    String seal(AssociatedData place, Secret secret) {
        AeadCipher ready = ready();
        byte[] clear = secret.toUtf8();
        try {
            return ready.close(place, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    Secret open(AssociatedData place, String sealed) {
        return openUnlessDamaged(place, sealed)
                .orElseThrow(() -> new StoreException(
                        "A stored secret was changed or damaged, so it is not used. Enter it again."));
    }

    /** Returns whether it was encrypted with this key and associated data. */
    boolean opens(AssociatedData place, String sealed) {
        return ready().opens(place, sealed);
    }

    /** Returns the secret; empty if it was changed, or was sealed at another place. */
    Optional<Secret> openUnlessDamaged(AssociatedData place, String sealed) {
        AeadCipher ready = ready();
        byte[] clear;
        try {
            clear = ready.open(place, sealed);
        } catch (GeneralSecurityException e) {
            LOGGER.warn("{} cannot be opened: {}", place.names(), e.toString());
            return Optional.empty();
        }
        try {
            return Optional.of(Secret.ofUtf8(clear));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** Discards the key. */
    synchronized void forget() {
        seal = null;
    }

    synchronized AeadCipher ready() {
        if (seal == null) {
            seal = key.seal();
        }
        return seal;
    }
}
