package org.keyhopper.central.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.server.internal.config.RecordSettings;

/** An escrow certificate, made with openssl. */
final class EscrowCertificate {

    private EscrowCertificate() {}

    /**
     * Returns the settings of a Central that keeps PINs for {@code escrow.pem} and {@code escrow.key} in the folder.
     *
     * @param newKey the kind of the key, as openssl names it
     */
    static RecordSettings in(Path folder, List<String> newKey) throws Exception {
        Path certificate = folder.resolve("escrow.pem");
        List<String> command = new ArrayList<>(
                List.of("openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=escrow", "-newkey"));
        command.addAll(newKey);
        command.addAll(List.of("-keyout", folder.resolve("escrow.key").toString(), "-out", certificate.toString()));
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("openssl ended with " + code);
        }
        RecordSettings none = RecordSettings.OF_THIS_COMPUTER;
        return new RecordSettings(
                none.audit(), none.allowedHosts(), Optional.of(certificate), Optional.empty(), Map.of());
    }
}
