package org.keyhopper.transport.helper.internal.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder where a helper waits for one person, with a socket and the secret in it. */
public record Place(Path folder) {

    /** Names a folder in which to look, for whoever does not want the usual one. */
    public static final String VARIABLE = "KEYHOPPER_HELPER";

    public Path socket() {
        return folder.resolve("socket");
    }

    public Path secret() {
        return folder.resolve("secret");
    }

    /** Returns where the person's Keyhopper looks. */
    public static Place ofClient(Map<String, String> environment, String user) {
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isBlank() ? usual(environment, user) : new Place(Path.of(named));
    }

    /** Returns where a helper for this person waits unless told otherwise: where only administrators may write. */
    public static Place usual(Map<String, String> environment, String user) {
        // Windows may be told the domain, too, as in DESK\anna; whoever looks knows only the name.
        String account = user.substring(user.lastIndexOf('\\') + 1);
        String name = account.replaceAll("[^A-Za-z0-9._-]", "_");
        return new Place(base(environment).resolve("for-" + name));
    }

    private static Path base(Map<String, String> environment) {
        String programs = environment.get("ProgramFiles");
        if (programs != null) {
            return Path.of(programs, "Keyhopper helper");
        }
        Path run = Path.of("/run");
        return (Files.isDirectory(run) ? run : Path.of("/var/run")).resolve("keyhopper");
    }
}
