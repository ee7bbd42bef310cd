package org.keyhopper.store.internal;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of all files that Keyhopper stores on this computer. */
public final class Home {

    private Home() {}

    public static Path path() {
        return of(System.getProperty("keyhopper.home"))
                .or(() -> of(System.getenv("KEYHOPPER_HOME")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".keyhopper"));
    }

    private static Optional<Path> of(String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank()).map(Path::of);
    }
}
