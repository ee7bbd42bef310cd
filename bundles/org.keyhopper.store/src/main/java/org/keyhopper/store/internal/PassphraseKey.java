package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeySource;

/** Derives the key from a passphrase in the environment; takes about half a second, once per start. */
final class PassphraseKey implements MasterKeySource {

    static final String ID = "passphrase";
    static final String VARIABLE = "KEYHOPPER_PASSPHRASE";

    /**
     * The minimum recommended by OWASP for PBKDF2 with HMAC-SHA-256. Part of the format: a change requires a new {@link
     * #ID}.
     */
    private static final int ITERATIONS = 600_000;

    private static final int KEY_BITS = 256;

    private final Supplier<Optional<Secret>> passphrase;

    PassphraseKey(Supplier<Optional<Secret>> passphrase) {
        this.passphrase = passphrase;
    }

    /** The environment holds the passphrase as a String anyway; further copies are avoided. */
    static PassphraseKey ofEnvironment() {
        return new PassphraseKey(
                () -> Optional.ofNullable(System.getenv(VARIABLE)).map(Secret::of));
    }

    boolean isGiven() {
        Optional<Secret> given = passphrase.get();
        given.ifPresent(Secret::close);
        return given.isPresent();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "the passphrase in " + VARIABLE;
    }

    @Override
    public Optional<byte[]> create(byte[] station) {
        return derived(station);
    }

    @Override
    public Optional<byte[]> find(byte[] station) {
        return derived(station);
    }

    private Optional<byte[]> derived(byte[] salt) {
        Optional<Secret> given = passphrase.get();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try (Secret secret = given.get()) {
            if (secret.isEmpty()) {
                throw new StoreException(VARIABLE + " is set, but empty. Give a passphrase or take the variable away.");
            }
            return Optional.of(derived(secret, salt));
        }
    }

    private static byte[] derived(Secret secret, byte[] salt) {
        char[] characters = secret.toChars();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, ITERATIONS, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new StoreException("The key could not be derived from the passphrase.", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }
}
