package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeySource;

/** Derives the key from a passphrase in the environment; takes about half a second, once per start. */
final class PassphraseKey implements MasterKeySource {

    static final String VARIABLE = "KEYHOPPER_PASSPHRASE";

    /** The passphrase that replaces it. */
    static final String NEXT = "KEYHOPPER_NEW_PASSPHRASE";

    private static final int KEY_BYTES = 32;

    /** Fewer are guessed from a copy of the database, which has the salt and the proof of the key. */
    private static final int SHORTEST = 16;

    /** How the key is derived. Part of the format: a change is another constant with another id. */
    enum Derivation {
        /** Argon2id with 64 MiB and three passes, more than RFC 9106 section 4 recommends where memory is scarce. */
        ARGON2ID("passphrase-argon2id") {
            @Override
            byte[] derived(char[] passphrase, byte[] salt) {
                Argon2BytesGenerator generator = new Argon2BytesGenerator();
                generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withSalt(salt)
                        .withMemoryAsKB(64 * 1024)
                        .withIterations(3)
                        .withParallelism(1)
                        .build());
                byte[] key = new byte[KEY_BYTES];
                generator.generateBytes(passphrase, key);
                return key;
            }
        },

        /** PBKDF2 with HMAC-SHA-256 and 600,000 iterations, of stations that were set up before. */
        PBKDF2("passphrase") {
            @Override
            byte[] derived(char[] passphrase, byte[] salt) {
                PBEKeySpec spec = new PBEKeySpec(passphrase, salt, 600_000, KEY_BYTES * 8);
                try {
                    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
                } catch (GeneralSecurityException e) {
                    throw new StoreException("The key could not be derived from the passphrase.", e);
                } finally {
                    spec.clearPassword();
                }
            }
        };

        private final String id;

        Derivation(String id) {
            this.id = id;
        }

        abstract byte[] derived(char[] passphrase, byte[] salt);
    }

    private final Supplier<Optional<Secret>> passphrase;
    private final Derivation derivation;

    PassphraseKey(Supplier<Optional<Secret>> passphrase) {
        this(passphrase, Derivation.ARGON2ID);
    }

    PassphraseKey(Supplier<Optional<Secret>> passphrase, Derivation derivation) {
        this.passphrase = passphrase;
        this.derivation = derivation;
    }

    /** The environment holds the passphrase as a String anyway; further copies are avoided. */
    static PassphraseKey ofEnvironment() {
        return new PassphraseKey(
                () -> Optional.ofNullable(System.getenv(VARIABLE)).map(Secret::of));
    }

    /** Returns the source of stations that were set up before, with the same passphrase. */
    PassphraseKey earlier() {
        return new PassphraseKey(passphrase, Derivation.PBKDF2);
    }

    boolean isGiven() {
        Optional<Secret> given = passphrase.get();
        given.ifPresent(Secret::close);
        return given.isPresent();
    }

    @Override
    public String id() {
        return derivation.id;
    }

    @Override
    public String description() {
        return "the passphrase in " + VARIABLE;
    }

    /** Refuses a passphrase that is too short for a new station, which is never set up with an earlier derivation. */
    @Override
    public Optional<byte[]> create(byte[] station) {
        return derived(station, derivation == Derivation.ARGON2ID ? SHORTEST : 1);
    }

    @Override
    public Optional<byte[]> find(byte[] station) {
        return derived(station, 1);
    }

    private Optional<byte[]> derived(byte[] salt, int shortest) {
        Optional<Secret> given = passphrase.get();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try (Secret secret = given.get()) {
            if (secret.isEmpty()) {
                throw new StoreException(VARIABLE + " is set, but empty. Give a passphrase or take the variable away.");
            }
            char[] characters = secret.toChars();
            try {
                if (characters.length < shortest) {
                    throw new StoreException("The passphrase in " + VARIABLE + " has fewer than " + shortest
                            + " characters. Give a longer one, such as the output of: openssl rand -base64 24");
                }
                return Optional.of(derivation.derived(characters, salt));
            } finally {
                Arrays.fill(characters, '\0');
            }
        }
    }
}
