package org.keyhopper.keystore.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The module of Equinox secure storage whose password is protected by the operating system. The other modules prompt
 * the user, or store the password in a file beside the data that it protects.
 */
final class OsProvider {

    private static final String LINUX = "org.eclipse.equinox.security.linuxkeystoreintegrationjna";
    private static final String WINDOWS = "org.eclipse.equinox.security.windowspasswordprovider64bit";
    private static final String MACOS = "org.eclipse.equinox.security.osxkeystoreintegration";

    private OsProvider() {}

    /** Returns the module's id; empty if it could not work, without trying it. */
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

    /** The Secret Service is on the session bus, and connecting without a bus may start one. */
    private static boolean hasSessionBus(Map<String, String> environment) {
        String address = environment.get("DBUS_SESSION_BUS_ADDRESS");
        String runtime = environment.get("XDG_RUNTIME_DIR");
        return (address != null && !address.isBlank())
                || (runtime != null && !runtime.isBlank() && Files.exists(Path.of(runtime, "bus")));
    }
}
