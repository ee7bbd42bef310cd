package org.keyhopper.rehearsal.authenticator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes metadata of one simulated model and its root certificate: {@code FOLDER EDITION NEXT-UPDATE AAGUID
 * [REPORT|changed=DATE...]} creates {@code models.jwt} and {@code root.pem} in the folder.
 */
public final class RehearsalMetadataMain {

    private static final String CHANGED = "changed=";

    private RehearsalMetadataMain() {}

    public static void main(String[] arguments) throws IOException, CertificateEncodingException {
        Path folder = Path.of(arguments[0]);
        RehearsalMetadata metadata =
                new RehearsalMetadata(Integer.parseInt(arguments[1]), LocalDate.parse(arguments[2]));
        metadata.model(
                UUID.fromString(arguments[3]),
                SoftwareAuthenticator.attestationRoot(),
                Arrays.stream(arguments)
                        .skip(4)
                        .filter(word -> !word.contains("="))
                        .toArray(String[]::new));
        Arrays.stream(arguments)
                .filter(word -> word.startsWith(CHANGED))
                .map(word -> LocalDate.parse(word.substring(CHANGED.length())))
                .forEach(metadata::changed);
        Files.writeString(folder.resolve("models.jwt"), metadata.signed());
        Files.writeString(
                folder.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        SoftwareAuthenticator.attestationRoot().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }
}
