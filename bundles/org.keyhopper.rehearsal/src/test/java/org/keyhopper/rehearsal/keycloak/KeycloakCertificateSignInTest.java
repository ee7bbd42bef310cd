package org.keyhopper.rehearsal.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

/** Signing in as a client that authenticates by signed assertions (private_key_jwt). */
class KeycloakCertificateSignInTest {

    @TempDir
    Path folder;

    private KeycloakRig rig;

    @AfterEach
    void stop() {
        rig.close();
    }

    private SelfSignedCertificate made(String name, String algorithm) throws Exception {
        return SelfSignedCertificate.make(folder.resolve(name), algorithm, "App");
    }

    private void register(SelfSignedCertificate app) throws Exception {
        rig = new KeycloakRig(Population.madeUp(3), app.certificate());
        rig.settings.put("certificate", app.file().toString());
        rig.secrets.put("certificatePassword", Secret.of(SelfSignedCertificate.PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void theRegisteredKeyOpensTheDirectory(String algorithm) throws Exception {
        register(made("app.p12", algorithm));
        assertInstanceOf(Directory.class, rig.connect());
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        register(made("app.p12", "EC"));
        rig.settings.put("certificate", made("other.p12", "EC").file().toString());
        assertEquals(
                DirectoryProblem.SIGN_IN_REFUSED,
                rig.tryToConnect().failure().orElseThrow().code());
    }
}
