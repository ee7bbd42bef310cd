package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.central.server.internal.PemKeyStore;
import org.keyhopper.central.server.internal.config.Configuration;

class PemKeyStoreTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** By algorithm and name; each is made by a program of its own. */
    private static final Map<String, KeyStore> PAIRS = new HashMap<>();

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
    private static KeyStore pair(String algorithm, String name) throws Exception {
        String id = algorithm + "-" + name;
        if (!PAIRS.containsKey(id)) {
            PAIRS.put(id, made(algorithm, pairs.resolve(id)));
        }
        return PAIRS.get(id);
    }

    private static KeyStore made(String algorithm, Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=central.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        assertEquals(0, keytool.waitFor(), output);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void write(KeyStore ofCertificate, KeyStore ofKey) throws Exception {
        Files.writeString(
                certificate,
                pem("CERTIFICATE", ofCertificate.getCertificate("a").getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", ofKey.getKey("a", PASSWORD).getEncoded()));
    }

    private static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder().encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void pairIsRead(String algorithm) throws Exception {
        KeyStore pair = pair(algorithm, "pair");
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
        KeyStore pair = pair("EC", "pair");
        write(pair, pair);
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n");
        assertThrows(GeneralSecurityException.class, this::read);
    }
}
