package org.keyhopper.store.internal;

import java.nio.file.Path;

/** The folder of all files that Keyhopper stores on this computer; the logging bundle follows the same rule. */
public final class Home {

    private Home() {}

    public static Path path() {
        return of(System.getenv("KEYHOPPER_HOME"), System.getProperty("user.home"));
    }

    static Path of(String configured, String userHome) {
        return configured == null || configured.isBlank() ? Path.of(userHome, ".keyhopper") : Path.of(configured);
    }
}
