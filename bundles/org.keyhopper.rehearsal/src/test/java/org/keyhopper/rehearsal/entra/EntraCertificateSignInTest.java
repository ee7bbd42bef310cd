package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secret;

/** Signing in with a certificate, whose signature the sandbox verifies. */
class EntraCertificateSignInTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private EntraRig rig;

    @AfterEach
    void stop() {
        rig.close();
    }

    private Path pkcs12(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-alias",
                        "app",
                        "-dname",
                        "CN=App",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertEquals(0, process.waitFor());
        return file;
    }

    private void register(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        rig = new EntraRig(SandboxOptions.withPeople(3).certificate((X509Certificate) store.getCertificate("app")));
        rig.secrets.forget("clientSecret");
        rig.secrets.put("certificatePassword", Secret.of(PASSWORD));
    }

    @Test
    void theRegisteredCertificateOpensTheDirectory() throws Exception {
        Path file = pkcs12("app.p12");
        register(file);
        rig.settings.put("certificate", file.toString());
        assertInstanceOf(Directory.class, rig.connect());
    }

    @Test
    void anotherCertificateIsRefused() throws Exception {
        register(pkcs12("app.p12"));
        rig.settings.put("certificate", pkcs12("other.p12").toString());
        Problem problem = rig.tryToConnect().failure().orElseThrow();
        assertEquals(DirectoryProblem.SIGN_IN_REFUSED, problem.code());
        assertEquals(List.of("AADSTS700027"), problem.arguments());
    }

    @Test
    void aWrongPasswordIsABadSetting() throws Exception {
        Path file = pkcs12("app.p12");
        register(file);
        rig.settings.put("certificate", file.toString());
        rig.secrets.put("certificatePassword", Secret.of("wrong"));
        assertEquals(
                DirectoryProblem.BAD_SETTING,
                rig.tryToConnect().failure().orElseThrow().code());
    }
}
