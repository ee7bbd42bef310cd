package org.keyhopper.core.directory;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.settings.Secrets;

/** The configured directories, by name. Any thread. */
public interface DirectoryAccounts {

    /** Adds or replaces a directory. */
    void put(DirectoryAccount account);

    Optional<DirectoryAccount> find(String name);

    List<DirectoryAccount> list();

    /** Removes the directory and its secrets; false when there was none. */
    boolean remove(String name);

    /** Returns the secrets of a directory, which may not be configured yet. */
    Secrets secretsOf(String name);
}
