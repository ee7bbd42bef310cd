package org.keyhopper.rehearsal.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.rehearsal.sandbox.Population;

/** Signing in as a client that authenticates by signed assertions (private_key_jwt). */
class KeycloakCertificateSignInTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private KeycloakRig rig;

    @AfterEach
    void stop() {
        rig.close();
    }

    private Path pkcs12(String name, String algorithm, String bits) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        algorithm,
                        "-keysize",
                        bits,
                        "-alias",
                        "app",
                        "-dname",
                        "CN=App",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertEquals(0, process.waitFor());
        return file;
    }

    private void register(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        rig = new KeycloakRig(Population.madeUp(3), (X509Certificate) store.getCertificate("app"));
        rig.settings.put("certificate", file.toString());
        rig.secrets.put("certificatePassword", Secret.of(PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256"})
    void theRegisteredKeyOpensTheDirectory(String algorithm, String bits) throws Exception {
        register(pkcs12("app.p12", algorithm, bits));
        assertInstanceOf(Directory.class, rig.connect());
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        register(pkcs12("app.p12", "EC", "256"));
        rig.settings.put("certificate", pkcs12("other.p12", "EC", "256").toString());
        assertEquals(
                DirectoryProblem.SIGN_IN_REFUSED,
                rig.tryToConnect().failure().orElseThrow().code());
    }
}
