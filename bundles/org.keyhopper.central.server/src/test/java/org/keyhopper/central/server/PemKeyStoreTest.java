package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.central.server.internal.PemKeyStore;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

class PemKeyStoreTest {

    /** By algorithm and name; each is made by a program of its own. */
    private static final Map<String, SelfSignedCertificate> PAIRS = new HashMap<>();

    @TempDir
    static Path pairs;

    @TempDir
    Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void paths() {
        certificate = folder.resolve("certificate.pem");
        key = folder.resolve("key.pem");
    }

    private KeyStore read() throws Exception {
        return PemKeyStore.read(new Configuration.Tls(certificate, key));
    }

    /** Returns a key with a certificate of its own, which is made once. */
    private static SelfSignedCertificate pair(String algorithm, String name) throws Exception {
        String id = algorithm + "-" + name;
        if (!PAIRS.containsKey(id)) {
            PAIRS.put(id, SelfSignedCertificate.make(pairs.resolve(id), algorithm, "central.example"));
        }
        return PAIRS.get(id);
    }

    private void write(SelfSignedCertificate ofCertificate, SelfSignedCertificate ofKey) throws Exception {
        Files.writeString(certificate, ofCertificate.certificatePem());
        Files.writeString(key, ofKey.keyPem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void pairIsRead(String algorithm) throws Exception {
        SelfSignedCertificate pair = pair(algorithm, "pair");
        write(pair, pair);
        assertTrue(read().isKeyEntry("server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void keyOfAnotherCertificateIsRefused(String algorithm) throws Exception {
        write(pair(algorithm, "pair"), pair(algorithm, "other"));
        GeneralSecurityException failure = assertThrows(GeneralSecurityException.class, this::read);
        assertTrue(failure.getMessage().contains(key.toString()), failure.getMessage());
    }

    @Test
    void keyThatIsNotBase64IsRefused() throws Exception {
        SelfSignedCertificate pair = pair("EC", "pair");
        write(pair, pair);
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n");
        assertThrows(GeneralSecurityException.class, this::read);
    }
}
