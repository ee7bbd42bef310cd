package org.keyhopper.central.server.internal.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/**
 * Where a password is. It is read when it is needed.
 *
 * @param file whose first line it is
 * @param variable of the environment; used without a file
 */
public record SecretSource(Optional<Path> file, String variable) {

    static final String FROM_ENVIRONMENT = "env:";

    public SecretSource {
        Objects.requireNonNull(file);
        Objects.requireNonNull(variable);
    }

    /** Reads it; the caller closes it. */
    public Secret read() throws IOException {
        if (file.isEmpty()) {
            return Secret.of(Optional.ofNullable(System.getenv(variable))
                    .orElseThrow(() -> new IOException("The variable " + variable + " is not set.")));
        }
        byte[] bytes = Files.readAllBytes(file.get());
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        byte[] password = Arrays.copyOf(bytes, length);
        try {
            return Secret.ofUtf8(password);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }
}
