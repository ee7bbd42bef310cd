package org.keyhopper.transport.helper.internal.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder where a helper waits for one person, with a socket and the secret in it. */
public record Place(Path folder) {

    /** Names a folder in which to look, for whoever does not want the usual one. */
    public static final String VARIABLE = "KEYHOPPER_HELPER";

    private static final String NOT_IN_NAMES = "[^A-Za-z0-9._-]";

    public Path socket() {
        return folder.resolve("socket");
    }

    public Path secret() {
        return folder.resolve("secret");
    }

    /** Returns where the person's Keyhopper looks. The name is without a domain, as Java tells it. */
    public static Place ofClient(Map<String, String> environment, String user) {
        String named = environment.getOrDefault(VARIABLE, "");
        String domain = environment.getOrDefault("USERDOMAIN", "");
        String account = domain.isBlank() ? user : domain + "\\" + user;
        return named.isBlank() ? usual(environment, account) : new Place(Path.of(named));
    }

    /**
     * Returns where a helper for this person waits unless told otherwise: where only administrators may write. In Windows
     * an account is named with its domain or computer, as in {@code DESK\anna}; elsewhere what is before the name does not
     * count.
     */
    public static Place usual(Map<String, String> environment, String account) {
        String name = isWindows(environment)
                ? nameOfDomainAndUser(account)
                : account.substring(account.lastIndexOf('\\') + 1).replaceAll(NOT_IN_NAMES, "_");
        return new Place(base(environment).resolve("for-" + name));
    }

    /** No account and no domain has a plus in its name. Windows makes no difference between large and small letters. */
    private static String nameOfDomainAndUser(String account) {
        String one = account.toLowerCase(Locale.ROOT);
        String plain = Stream.of(one.split("\\\\"))
                .map(part -> part.replaceAll(NOT_IN_NAMES, "_"))
                .collect(Collectors.joining("+"));
        // What a socket is called is short, so letters that take several bytes are not written out.
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
