package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;

/**
 * Whether the station uses a shared database: configured by an environment variable, else by the file {@code database}
 * in its folder.
 *
 * @param surroundings the variable's value; empty for stations that ignore it, such as the rehearsal's
 */
record DatabaseSetting(Path folder, Optional<String> surroundings) {

    /** The variable with the password; otherwise the driver uses the sources of PostgreSQL's own tools, or none. */
    static final String PASSWORD = "KEYHOPPER_DATABASE_PASSWORD";

    private static final String VARIABLE = "KEYHOPPER_DATABASE";

    /** Returns the setting of the station to which the environment applies. */
    static DatabaseSetting ofEnvironment(Path folder) {
        return new DatabaseSetting(
                folder, Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isBlank()));
    }

    static DatabaseSetting of(Path folder) {
        return new DatabaseSetting(folder, Optional.empty());
    }

    boolean isShared() {
        return surroundings.isPresent() || Files.exists(file());
    }

    /** Returns the address; throws a StoreException if it is invalid. */
    DatabaseAddress address() {
        return DatabaseAddress.parse(surroundings.orElseGet(this::readFile));
    }

    private Path file() {
        return folder.resolve("database");
    }

    static Optional<String> password() {
        return Optional.ofNullable(System.getenv(PASSWORD)).filter(text -> !text.isEmpty());
    }

    private String readFile() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new StoreException("The file with the address of the shared database cannot be read: " + file(), e);
        }
    }
}
