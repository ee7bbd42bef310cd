package org.keyhopper.escrow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.bouncycastle.cms.CMSException;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.escrow.internal.InvalidPinException;
import org.keyhopper.escrow.internal.OpenedEnvelope;

/** A certificate with its private key, which opens sealed PINs. Thread-safe, as far as the token is. */
public final class EscrowKey {

    /** Providers of the same name in one process would be one. */
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final Optional<Provider> token;

    EscrowKey(X509Certificate certificate, PrivateKey key) {
        this(certificate, key, Optional.empty());
    }

    private EscrowKey(X509Certificate certificate, PrivateKey key, Optional<Provider> token) {
        this.certificate = certificate;
        this.key = key;
        this.token = token;
    }

    /**
     * Uses the RSA private key of a PKCS#11 token, which does not leave it. {@link EscrowProblem#KEY_UNREADABLE} also when the
     * module cannot be loaded, the PIN is wrong, or the token holds no such key. Blocking; a wrong PIN costs a try of the token.
     *
     * @param module the library of the token's vendor
     * @param slot the index in the module's list of slots, from 0
     * @param wanted decides which of the token's certificates is meant
     */
    public static Answer<EscrowKey> ofToken(Path module, int slot, Secret pin, Predicate<X509Certificate> wanted) {
        char[] characters = pin.toChars();
        try {
            Provider provider = Optional.ofNullable(Security.getProvider("SunPKCS11"))
                    .orElseThrow(() -> new NoSuchProviderException("this Java runtime cannot use tokens"))
                    .configure("--name=escrow" + SERIAL.incrementAndGet() + "\nlibrary=\"" + module.toAbsolutePath()
                            + "\"\nslotListIndex=" + slot + "\n");
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, characters);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)
                        && store.getCertificate(alias) instanceof X509Certificate certificate
                        && certificate.getPublicKey() instanceof RSAPublicKey
                        && wanted.test(certificate)
                        && store.getKey(alias, null) instanceof PrivateKey key) {
                    return Answer.done(new EscrowKey(certificate, key, Optional.of(provider)));
                }
            }
            return unreadable(module, "no RSA key of an escrow certificate in slot " + slot);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // A module that cannot be loaded is an unchecked exception of the provider.
            return unreadable(module, String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Reads the first private key of a PKCS#12 file; {@link EscrowProblem#KEY_UNREADABLE} also for a wrong password. */
    public static Answer<EscrowKey> ofFile(Path file, Secret password) {
        char[] characters = password.toChars();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, characters);
            return of(store, characters).<Answer<EscrowKey>>map(Answer::done).orElseGet(() -> unreadable(file, ""));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // The JDK's PKCS#12 reader throws unchecked exceptions on some damaged files.
            return unreadable(file, String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Returns the first private key with a certificate. */
    static Optional<EscrowKey> of(KeyStore store, char[] password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return Optional.of(new EscrowKey(certificate, key));
            }
        }
        return Optional.empty();
    }

    private static Answer<EscrowKey> unreadable(Path file, String detail) {
        return Answer.failed(Problem.of(EscrowProblem.KEY_UNREADABLE, String.valueOf(file.getFileName()))
                .withDetail(detail));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Opens a sealed PIN, which {@link SealedPinVerifier} has checked; the caller closes it. {@link EscrowProblem#WRONG_KEY} when
     * it was not sealed to this certificate, {@link EscrowProblem#SEALED_PIN_INVALID} when it was changed.
     */
    public Answer<Secret> open(byte[] sealed) {
        try {
            Optional<byte[]> clear = OpenedEnvelope.of(sealed, certificate, key, token);
            if (clear.isEmpty()) {
                return Answer.failed(Problem.of(
                        EscrowProblem.WRONG_KEY,
                        certificate.getSubjectX500Principal().getName()));
            }
            try {
                return Answer.done(Secret.ofUtf8(clear.get()));
            } finally {
                Arrays.fill(clear.get(), (byte) 0);
            }
        } catch (CMSException | InvalidPinException | GeneralSecurityException | RuntimeException e) {
            // Bouncy Castle answers malformed structures with unchecked exceptions.
            return Answer.failed(
                    Problem.of(EscrowProblem.SEALED_PIN_INVALID, "form").withDetail(String.valueOf(e.getMessage())));
        }
    }
}
