package org.keyhopper.keystore.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The module of Equinox secure storage that has the operating system protect its password. The others ask a person, or
 * keep the password in a file beside what it protects.
 */
final class OsProvider {

    private static final String LINUX = "org.eclipse.equinox.security.linuxkeystoreintegrationjna";
    private static final String WINDOWS = "org.eclipse.equinox.security.windowspasswordprovider64bit";
    private static final String MACOS = "org.eclipse.equinox.security.osxkeystoreintegration";

    private OsProvider() {}

    /** Returns the module's id; empty where it could not work, without trying it. */
    static Optional<String> here() {
        return of(System.getProperty("os.name"), System.getenv());
    }

    static Optional<String> of(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(WINDOWS);
        }
        if (name.startsWith("mac")) {
            return Optional.of(MACOS);
        }
        return name.startsWith("linux") && hasSessionBus(environment) ? Optional.of(LINUX) : Optional.empty();
    }

    /** The Secret Service is on the session bus, and looking for a bus where there is none may start one. */
    private static boolean hasSessionBus(Map<String, String> environment) {
        String address = environment.get("DBUS_SESSION_BUS_ADDRESS");
        String runtime = environment.get("XDG_RUNTIME_DIR");
        return (address != null && !address.isBlank())
                || (runtime != null && !runtime.isBlank() && Files.exists(Path.of(runtime, "bus")));
    }
}
