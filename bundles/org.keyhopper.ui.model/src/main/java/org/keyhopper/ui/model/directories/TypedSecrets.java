package org.keyhopper.ui.model.directories;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets entered in the form, which take precedence over the stored ones. Stored ones are withheld while the settings lead to
 * another address. Cleared when closed.
 */
final class TypedSecrets implements Secrets, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TypedSecrets.class);

    private final Optional<Secrets> kept;
    private final BooleanSupplier sameAddress;
    private final Map<String, Secret> typed = new ConcurrentHashMap<>();

    /** Asked once: the system's key store may take seconds, and the form is shown anew with each key. */
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();

    /** Whether a secret is stored. */
    private enum Stored {
        ABSENT,
        PRESENT,
        UNREADABLE
    }

    /** @param sameAddress whether the settings lead to where the stored secrets were entered for */
    TypedSecrets(Secrets kept, BooleanSupplier sameAddress) {
        this(Optional.of(kept), sameAddress);
    }

    private TypedSecrets(Optional<Secrets> kept, BooleanSupplier sameAddress) {
        this.kept = kept;
        this.sameAddress = sameAddress;
    }

    /** Returns those of a directory that is not stored. */
    static TypedSecrets ofNew() {
        return new TypedSecrets(Optional.empty(), () -> true);
    }

    @Override
    public Optional<Secret> get(String key) {
        return Optional.ofNullable(typed.get(key))
                .map(Secret::copy)
                .or(() -> sameAddress.getAsBoolean() ? stored(key) : Optional.empty());
    }

    /** Returns the stored secret; empty if there is none, or none that can be used. */
    private Optional<Secret> stored(String key) {
        try {
            return kept.flatMap(secrets -> secrets.get(key));
        } catch (StoreException e) {
            LOGGER.warn(key, e);
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, Secret secret) {
        wipe(typed.put(key, secret.copy()));
    }

    @Override
    public void forget(String key) {
        wipe(typed.remove(key));
    }

    /** Copies all entered secrets to the directory's store. */
    void keepAs(Secrets store) {
        typed.forEach(store::put);
    }

    /** Returns whether a secret is stored that is used as long as none is entered. */
    boolean isKept(String key) {
        return sameAddress.getAsBoolean() && isStored(key) == Stored.PRESENT;
    }

    /** Returns whether a secret is stored that cannot be used with these settings, so that it has to be entered again. */
    boolean isWithheld(String key) {
        return !isTyped(key)
                && switch (isStored(key)) {
                    case ABSENT -> false;
                    case PRESENT -> !sameAddress.getAsBoolean();
                    case UNREADABLE -> true;
                };
    }

    private Stored isStored(String key) {
        return stored.computeIfAbsent(key, this::look);
    }

    private Stored look(String key) {
        try {
            Optional<Secret> secret = kept.flatMap(secrets -> secrets.get(key));
            secret.ifPresent(Secret::close);
            return secret.isPresent() ? Stored.PRESENT : Stored.ABSENT;
        } catch (StoreException e) {
            LOGGER.warn(key, e);
            return Stored.UNREADABLE;
        }
    }

    boolean isTyped(String key) {
        return typed.containsKey(key);
    }

    @Override
    public void close() {
        typed.values().forEach(Secret::close);
        typed.clear();
    }

    private static void wipe(Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }
}
