package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts and decrypts the secrets of the station, with a key that is loaded when it is needed. */
final class SecretCipher {

    private static final Logger LOGGER = LoggerFactory.getLogger(SecretCipher.class);

    private final MasterKey key;
    private final Optional<Duration> idle;

    /** Guarded by this, as is what follows. */
    private AeadCipher seal;

    private long used;

    /** @param idle how long the key is kept after its last use; empty to keep it until the end */
    SecretCipher(MasterKey key, Optional<Duration> idle) {
        this.key = key;
        this.idle = idle;
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
            idle.ifPresent(this::forgetWhenIdle);
        }
        used = System.nanoTime();
        return seal;
    }

    private void forgetWhenIdle(Duration after) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::forgetOrWait);
    }

    private synchronized void forgetOrWait() {
        Duration left = idle.orElseThrow().minusNanos(System.nanoTime() - used);
        if (seal != null && left.isPositive()) {
            forgetWhenIdle(left.plusMillis(1));
        } else {
            seal = null;
        }
    }

    /** Returns whether the key is in memory. */
    synchronized boolean isLoaded() {
        return seal != null;
    }
}
