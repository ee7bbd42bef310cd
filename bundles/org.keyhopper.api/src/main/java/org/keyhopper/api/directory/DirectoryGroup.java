package org.keyhopper.api.directory;

import java.util.Objects;

/**
 * A group in a directory.
 *
 * @param id the directory's own id, which never changes
 * @param name its name, which is not necessarily unique
 */
public record DirectoryGroup(String id, String name) {

    public DirectoryGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
