package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

/** Signing in with a certificate, whose signature the sandbox verifies. */
class EntraCertificateSignInTest {

    @TempDir
    Path folder;

    private EntraRig rig;

    @AfterEach
    void stop() {
        rig.close();
    }

    private SelfSignedCertificate made(String name) throws Exception {
        return SelfSignedCertificate.make(folder.resolve(name), "RSA", "App");
    }

    private void register(SelfSignedCertificate app) throws Exception {
        rig = new EntraRig(SandboxOptions.withPeople(3).certificate(app.certificate()));
        rig.secrets.forget("clientSecret");
        rig.secrets.put("certificatePassword", Secret.of(SelfSignedCertificate.PASSWORD));
    }

    @Test
    void theRegisteredCertificateOpensTheDirectory() throws Exception {
        SelfSignedCertificate app = made("app.p12");
        register(app);
        rig.settings.put("certificate", app.file().toString());
        assertInstanceOf(Directory.class, rig.connect());
    }

    @Test
    void anotherCertificateIsRefused() throws Exception {
        register(made("app.p12"));
        rig.settings.put("certificate", made("other.p12").file().toString());
        Problem problem = rig.tryToConnect().failure().orElseThrow();
        assertEquals(DirectoryProblem.SIGN_IN_REFUSED, problem.code());
        assertEquals(List.of("AADSTS700027"), problem.arguments());
    }

    @Test
    void aWrongPasswordIsABadSetting() throws Exception {
        SelfSignedCertificate app = made("app.p12");
        register(app);
        rig.settings.put("certificate", app.file().toString());
        rig.secrets.put("certificatePassword", Secret.of("wrong"));
        assertEquals(
                DirectoryProblem.BAD_SETTING,
                rig.tryToConnect().failure().orElseThrow().code());
    }
}
