package org.keyhopper.logging.internal;

import java.nio.file.Path;

/** The folder of everything Keyhopper keeps on this machine. */
final class KeyhopperHome {

    private KeyhopperHome() {}

    static Path path() {
        return of(System.getenv("KEYHOPPER_HOME"), System.getProperty("user.home"));
    }

    static Path of(String configured, String userHome) {
        return configured == null || configured.isBlank() ? Path.of(userHome, ".keyhopper") : Path.of(configured);
    }
}
