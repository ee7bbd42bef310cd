package org.keyhopper.api.directory;

import java.util.Objects;

/**
 * A group in a directory.
 *
 * @param id the directory's own id, which never changes
 * @param name what people call it; not always the only one of that name
 */
public record DirectoryGroup(String id, String name) {

    public DirectoryGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
