package org.keyhopper.central.directory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.directory.DirectoryAccount;

/**
 * A directory as it was typed.
 *
 * @param secrets those that were typed, which the caller closes; one that is missing stays as it is stored
 * @param secretEnd the last day of the secret, if it was noted; directories do not tell it
 */
public record DirectoryDraft(DirectoryAccount account, Map<String, Secret> secrets, Optional<LocalDate> secretEnd)
        implements AutoCloseable {
    public DirectoryDraft {
        Objects.requireNonNull(account);
        Objects.requireNonNull(secretEnd);
        secrets = Map.copyOf(secrets);
    }

    /** Closes the secrets. */
    @Override
    public void close() {
        secrets.values().forEach(Secret::close);
    }
}
