package org.keyhopper.transport.helper.internal.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder where a helper waits for one user, with the socket and the secret. */
public record HelperFolder(Path folder) {

    /** The environment variable that names a folder other than the default. */
    public static final String VARIABLE = "KEYHOPPER_HELPER";

    private static final String NOT_IN_NAMES = "[^A-Za-z0-9._-]";

    public Path socket() {
        return folder.resolve("socket");
    }

    public Path secret() {
        return folder.resolve("secret");
    }

    /** Returns where the user's Keyhopper searches. The user name is without a domain, as in {@code user.name}. */
    public static HelperFolder searchedBy(Map<String, String> environment, String user) {
        String named = environment.getOrDefault(VARIABLE, "");
        String domain = environment.getOrDefault("USERDOMAIN", "");
        String account = domain.isBlank() ? user : domain + "\\" + user;
        return named.isBlank() ? defaultFor(environment, account) : new HelperFolder(Path.of(named));
    }

    /**
     * Returns the helper's default folder for this user, below one that only administrators may write. On Windows an
     * account is named with its domain or computer, as in {@code DESK\anna}; elsewhere a prefix is ignored.
     */
    public static HelperFolder defaultFor(Map<String, String> environment, String account) {
        String name = isWindows(environment)
                ? fileNameOf(account)
                : account.substring(account.lastIndexOf('\\') + 1).replaceAll(NOT_IN_NAMES, "_");
        return new HelperFolder(base(environment).resolve("for-" + name));
    }

    /** Account and domain names contain no plus sign. Windows names are case-insensitive. */
    private static String fileNameOf(String account) {
        String one = account.toLowerCase(Locale.ROOT);
        String plain = Stream.of(one.split("\\\\"))
                .map(part -> part.replaceAll(NOT_IN_NAMES, "_"))
                .collect(Collectors.joining("+"));
        // Socket paths are limited in length, so multi-byte characters are not encoded.
        boolean isWhole = plain.replace('+', '\\').equals(one);
        return isWhole ? plain : plain + "+" + HexFormat.of().toHexDigits(one.hashCode());
    }

    private static boolean isWindows(Map<String, String> environment) {
        return environment.containsKey("ProgramFiles");
    }

    private static Path base(Map<String, String> environment) {
        if (isWindows(environment)) {
            return Path.of(environment.get("ProgramFiles"), "Keyhopper helper");
        }
        Path run = Path.of("/run");
        return (Files.isDirectory(run) ? run : Path.of("/var/run")).resolve("keyhopper");
    }
}
