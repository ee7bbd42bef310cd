package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;

/**
 * Whether this station shares its database with others: the address in the variable {@code KEYHOPPER_DATABASE}, else that in the file
 * {@code database} of the home.
 */
final class DatabaseSetting {

    static final String VARIABLE = "KEYHOPPER_DATABASE";

    /** Where the password comes from; else the driver looks where PostgreSQL's own programs do, or needs none. */
    static final String PASSWORD = "KEYHOPPER_DATABASE_PASSWORD";

    private DatabaseSetting() {}

    static boolean isShared(Path home) {
        return variable().isPresent() || Files.exists(file(home));
    }

    /** Returns the address; a StoreException says what is wrong with it. */
    static DatabaseAddress address(Path home) {
        return DatabaseAddress.parse(variable().orElseGet(() -> kept(file(home))));
    }

    private static Optional<String> variable() {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isBlank());
    }

    private static Path file(Path home) {
        return home.resolve("database");
    }

    static Optional<String> password() {
        return Optional.ofNullable(System.getenv(PASSWORD)).filter(text -> !text.isEmpty());
    }

    private static String kept(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StoreException("The file with the address of the shared database cannot be read: " + file, e);
        }
    }
}
