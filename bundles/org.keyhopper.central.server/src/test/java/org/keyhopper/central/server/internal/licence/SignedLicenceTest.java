package org.keyhopper.central.server.internal.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.licence.Licence;
import org.keyhopper.central.problem.CentralProblem;

class SignedLicenceTest {

    private static final String CONTENT = "{\"holder\":\"Contoso\",\"from\":\"2026-01-01\",\"until\":\"2027-12-31\","
            + "\"devicesPerYear\":500,\"features\":[\"printers\"]}";

    @TempDir
    Path folder;

    private ECKey key;
    private Path file;

    @BeforeEach
    void key() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).generate();
        file = folder.resolve("licence");
    }

    private void issue(ECKey signer, String type, String content) throws Exception {
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .build(),
                new Payload(content));
        signed.sign(new ECDSASigner(signer));
        Files.writeString(file, signed.serialize() + "\n");
    }

    private Answer<Licence> read() {
        return new SignedLicence(Optional.of(key.toPublicJWK()), Optional.of(file)).read();
    }

    private void assertProblem(CentralProblem code) {
        Problem problem = read().failure().orElseThrow();
        assertTrue(problem.is(code), problem::toString);
    }

    @Test
    void licenceIsReadOffline() throws Exception {
        issue(key, "keyhopper-licence", CONTENT);
        Licence licence = read().result().orElseThrow();
        assertEquals("Contoso", licence.holder());
        assertEquals(LocalDate.of(2027, 12, 31), licence.until());
        assertEquals(OptionalInt.of(500), licence.devicesPerYear());
        assertEquals(Set.of("printers"), licence.features());
    }

    @Test
    void whatIsNotSignedSoIsRefused() throws Exception {
        assertProblem(CentralProblem.LICENCE_MISSING);
        issue(new ECKeyGenerator(Curve.P_256).generate(), "keyhopper-licence", CONTENT);
        assertProblem(CentralProblem.LICENCE_INVALID);
        issue(key, "keyhopper-checkpoint", CONTENT);
        assertProblem(CentralProblem.LICENCE_INVALID);
        issue(key, "keyhopper-licence", "{}");
        assertProblem(CentralProblem.LICENCE_INVALID);
        Files.writeString(file, "nonsense");
        assertProblem(CentralProblem.LICENCE_INVALID);
    }

    @Test
    void communityBuildNeedsNone() {
        assertFalse(SignedLicence.of(Optional.empty()).isRequired());
    }
}
