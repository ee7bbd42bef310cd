package org.keyhopper.central.directory;

import java.util.Map;
import java.util.Objects;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.directory.DirectoryAccount;

/**
 * A directory as it was typed.
 *
 * @param secrets those that were typed, which the caller closes; one that is missing stays as it is stored
 */
public record DirectoryDraft(DirectoryAccount account, Map<String, Secret> secrets) implements AutoCloseable {
    public DirectoryDraft {
        Objects.requireNonNull(account);
        secrets = Map.copyOf(secrets);
    }

    /** Closes the secrets. */
    @Override
    public void close() {
        secrets.values().forEach(Secret::close);
    }
}
