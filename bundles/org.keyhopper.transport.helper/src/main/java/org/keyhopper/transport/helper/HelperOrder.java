package org.keyhopper.transport.helper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * For whom to help, where and for how long.
 *
 * @param user the account of the person
 * @param folder where to wait; must not exist yet. Empty: the place where that person's Keyhopper looks by itself
 * @param patience how long to wait for it
 */
public record HelperOrder(String user, Optional<Path> folder, Duration patience) {
    public HelperOrder {
        Objects.requireNonNull(user);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(patience);
    }
}
