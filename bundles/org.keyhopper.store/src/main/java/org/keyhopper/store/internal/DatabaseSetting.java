package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;

/**
 * Whether a station shares its database with others: by an address of its surroundings, else by that in the file {@code database} of
 * its folder.
 *
 * @param surroundings empty for a station that must not be led elsewhere, as that of a rehearsal
 */
record DatabaseSetting(Path folder, Optional<String> surroundings) {

    /** Where the password comes from; else the driver looks where PostgreSQL's own programs do, or needs none. */
    static final String PASSWORD = "KEYHOPPER_DATABASE_PASSWORD";

    private static final String VARIABLE = "KEYHOPPER_DATABASE";

    /** That of the one station which the environment is about. */
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

    /** Returns the address; a StoreException says what is wrong with it. */
    DatabaseAddress address() {
        return DatabaseAddress.parse(surroundings.orElseGet(this::kept));
    }

    private Path file() {
        return folder.resolve("database");
    }

    static Optional<String> password() {
        return Optional.ofNullable(System.getenv(PASSWORD)).filter(text -> !text.isEmpty());
    }

    private String kept() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new StoreException("The file with the address of the shared database cannot be read: " + file(), e);
        }
    }
}
