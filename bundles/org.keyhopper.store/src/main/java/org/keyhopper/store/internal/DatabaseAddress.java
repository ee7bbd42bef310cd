package org.keyhopper.store.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keyhopper.core.request.StoreException;

/**
 * The address of Central's database at a PostgreSQL server: {@code postgresql://[USER@]HOST[:PORT]/NAME[?OPTION=VALUE&…]}. Allowed options are
 * the driver's TLS options and {@code currentSchema}; others are refused, since some of them load code.
 *
 * @param shown the form displayed to the operator
 * @param url the driver's URL with options
 * @param user the account on the server
 */
record DatabaseAddress(String shown, String url, String user) {

    /** The variable with the password; otherwise the driver uses the sources of PostgreSQL's own tools, or none. */
    private static final String PASSWORD = "KEYHOPPER_DATABASE_PASSWORD";

    private static final Set<String> OPTIONS = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "currentSchema");
    private static final Set<String> VERIFYING_MODES = Set.of("verify-full", "verify-ca");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final int USUAL_PORT = 5432;

    /** Throws a StoreException that names the error if the address is invalid. */
    static DatabaseAddress parse(String text) {
        try {
            return of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw refused("it is no address: " + e.getReason());
        }
    }

    static Optional<String> password() {
        return Optional.ofNullable(System.getenv(PASSWORD)).filter(text -> !text.isEmpty());
    }

    private static DatabaseAddress of(URI address) {
        if (!"postgresql".equals(address.getScheme())) {
            throw refused("it does not begin with postgresql://");
        }
        String user = address.getUserInfo() == null ? System.getProperty("user.name") : address.getUserInfo();
        if (user.contains(":")) {
            throw refused("a password does not belong into it; give it in " + PASSWORD);
        }
        String name = address.getRawPath() == null ? "" : address.getRawPath().replaceFirst("^/", "");
        if (address.getHost() == null || name.isEmpty() || name.contains("/")) {
            throw refused("it lacks the host or the name of the database");
        }
        if (!NAME.matcher(name).matches()) {
            throw refused("the name of the database has other characters than letters, digits and _ . -");
        }
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        String place = address.getHost() + ":" + port + "/" + name;
        return new DatabaseAddress(place, "jdbc:postgresql://" + place + "?" + options(address), user);
    }

    private static String options(URI address) {
        Map<String, String> given = new TreeMap<>();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String option : query.split("&")) {
            String[] parts = option.split("=", 2);
            if (option.isEmpty()) {
                continue;
            }
            if (parts.length < 2 || !OPTIONS.contains(parts[0])) {
                throw refused("there is no option " + parts[0] + "; those are " + String.join(", ", OPTIONS));
            }
            if (given.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)) != null) {
                throw refused("the option " + parts[0] + " is given twice");
            }
        }
        boolean here = isLoopback(address.getHost());
        String mode = given.computeIfAbsent("sslmode", key -> here ? "prefer" : "verify-full");
        if (!here && !VERIFYING_MODES.contains(mode)) {
            throw refused("sslmode " + mode + " does not prove which server answers; use verify-full or verify-ca");
        }
        // Composed anew: the driver gets what was read here, and nothing else.
        return given.entrySet().stream()
                .map(option -> option.getKey() + "=" + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static boolean isLoopback(String host) {
        try {
            return Set.of("localhost", "127.0.0.1", "[::1]").contains(host)
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static StoreException refused(String why) {
        return new StoreException("The address of the database cannot be used: " + why + ".");
    }
}
