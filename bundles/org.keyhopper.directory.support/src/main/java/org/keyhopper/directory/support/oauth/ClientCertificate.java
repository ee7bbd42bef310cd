package org.keyhopper.directory.support.oauth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secret;

/**
 * A certificate the application is registered with.
 *
 * @param key RSA or EC on P-256
 * @param keyId the key's id where it is registered in a JWKS (RFC 7517 section 4.5)
 */
public record ClientCertificate(PrivateKey key, X509Certificate certificate, Optional<String> keyId) {

    private static final String PEM_MARK = "-----BEGIN";
    private static final int LONGEST = 1 << 20;

    ClientCertificate(PrivateKey key, X509Certificate certificate) {
        this(key, certificate, Optional.empty());
    }

    /** Returns this certificate with the id of its key. */
    public ClientCertificate withKeyId(Optional<String> id) {
        return new ClientCertificate(key, certificate, id);
    }

    /** Reads a PKCS#12 or PEM file; BAD_SETTING with the key {@code setting} when it does not work. */
    public static Answer<ClientCertificate> read(String setting, Path file, Secret password) {
        char[] characters = password.toChars();
        try {
            byte[] content = Files.size(file) > LONGEST ? new byte[0] : Files.readAllBytes(file);
            boolean pem = new String(content, StandardCharsets.ISO_8859_1).contains(PEM_MARK);
            ClientCertificate read = pem ? PemFile.read(content, characters) : pkcs12(content, characters);
            read.certificate().checkValidity();
            return Answer.done(read);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            return Answer.failed(
                    fault(unusable).of(setting).withDetail(unusable.getClass().getSimpleName()));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static ClientCertificate pkcs12(byte[] content, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password);
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new ClientCertificate(key, certificate);
            }
        }
        throw new KeyException("no private key");
    }

    private static SettingFault fault(Exception unusable) {
        if (unusable instanceof NoSuchFileException || unusable instanceof AccessDeniedException) {
            return SettingFault.FILE_UNREADABLE;
        }
        if (unusable instanceof CertificateExpiredException) {
            return SettingFault.CERTIFICATE_EXPIRED;
        }
        return SettingFault.CERTIFICATE_UNUSABLE;
    }

    @Override
    public String toString() {
        return "ClientCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
