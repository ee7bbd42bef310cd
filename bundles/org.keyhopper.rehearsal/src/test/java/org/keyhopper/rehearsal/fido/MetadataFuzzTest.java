package org.keyhopper.rehearsal.fido;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.MetadataReader;
import org.keyhopper.rehearsal.authenticator.RehearsalMetadata;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Files of metadata: read before their signature is verified. */
class MetadataFuzzTest {

    @Test
    void filesAreReadOrRefused() {
        MetadataReader reader = Authenticators.metadataReader();
        String signed = new RehearsalMetadata(7, LocalDate.of(2030, 1, 1))
                .selfSigned(new UUID(1, 2))
                .signed();
        Fuzz.assertIsReadOrRefused(
                "metadata",
                List.of(signed.getBytes(StandardCharsets.US_ASCII)),
                input -> reader.read(input, Optional.of(SoftwareAuthenticator.attestationRoot())));
    }
}
