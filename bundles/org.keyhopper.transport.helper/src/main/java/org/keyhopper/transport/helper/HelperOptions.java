package org.keyhopper.transport.helper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom to serve, where and how long to wait.
 *
 * @param user the user's account
 * @param folder where to wait; must not exist yet. If empty, the default folder of that user
 * @param timeout how long to wait for a connection
 */
public record HelperOptions(String user, Optional<Path> folder, Duration timeout) {
    public HelperOptions {
        Objects.requireNonNull(user);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(timeout);
    }
}
