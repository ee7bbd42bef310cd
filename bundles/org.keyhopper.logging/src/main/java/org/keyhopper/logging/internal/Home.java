package org.keyhopper.logging.internal;

import java.nio.file.Path;

/**
 * The folder of all files that Keyhopper stores on this computer, as in the store: this bundle is started before all
 * others and uses none of them.
 */
final class Home {

    private Home() {}

    static Path path() {
        return of(System.getenv("KEYHOPPER_HOME"), System.getProperty("user.home"));
    }

    static Path of(String configured, String userHome) {
        return configured == null || configured.isBlank() ? Path.of(userHome, ".keyhopper") : Path.of(configured);
    }
}
