package org.keyhopper.central.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.network.NetworkDefaults;
import org.keyhopper.texts.ProblemTexts;

/** Proxy and private authorities of the configuration, as defaults of the Java runtime for all connectors. */
public final class OutgoingNetwork {

    private OutgoingNetwork() {}

    /** Applies them; fails with a sentence for the administrator. */
    public static void apply(Operation operation) throws GeneralSecurityException {
        Optional<Problem> problem = new NetworkDefaults()
                .apply(operation.network(), proxy -> operation.proxyPassword().map(OutgoingNetwork::secret));
        if (problem.isPresent()) {
            throw new GeneralSecurityException(
                    "network.authorities: " + ProblemTexts.in(Locale.ENGLISH).sentence(problem.get()));
        }
    }

    /** A line break at the end is not part of it. */
    private static Secret secret(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length;
            while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
                length--;
            }
            byte[] password = Arrays.copyOf(bytes, length);
            Arrays.fill(bytes, (byte) 0);
            try {
                return Secret.ofUtf8(password);
            } finally {
                Arrays.fill(password, (byte) 0);
            }
        } catch (IOException e) {
            throw new StoreException("The password of the proxy cannot be read: " + file, e);
        }
    }
}
