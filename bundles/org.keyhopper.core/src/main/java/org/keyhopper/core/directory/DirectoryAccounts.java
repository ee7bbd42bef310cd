package org.keyhopper.core.directory;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.settings.Secrets;

/** The configured directories, by name. Any thread. */
public interface DirectoryAccounts {

    /** Adds a directory, or replaces it and deletes its secrets. */
    void put(DirectoryAccount account);

    /**
     * Changes the settings of a directory and keeps its secrets. Only for settings that lead to the same addresses, see {@link
     * DirectoryAccount#isAtSameAddress}.
     */
    void change(DirectoryAccount account);

    Optional<DirectoryAccount> find(String name);

    List<DirectoryAccount> list();

    /** Removes the directory and its secrets; false when there was none. */
    boolean remove(String name);

    /**
     * Returns the secrets of a directory, which may not be configured yet. A secret that was stored for another type or other
     * settings, because these were changed in the store by other means, is not read: that fails with a StoreException.
     */
    Secrets secretsOf(DirectoryAccount account);
}
