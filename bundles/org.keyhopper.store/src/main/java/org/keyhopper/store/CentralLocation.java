package org.keyhopper.store;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where Central's data is.
 *
 * @param folder of Central's files; created if missing
 * @param address {@code postgresql://USER@HOST/NAME}; without one, the file {@code central.db} of the folder is used
 * @param keyFile the file of the master key, outside of the database; without one, {@code station.key} in the folder
 */
public record CentralLocation(Path folder, Optional<String> address, Optional<Path> keyFile) {

    public CentralLocation {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(address);
        Objects.requireNonNull(keyFile);
    }
}
