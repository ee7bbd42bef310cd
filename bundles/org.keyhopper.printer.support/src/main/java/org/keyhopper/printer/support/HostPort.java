package org.keyhopper.printer.support;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port, in the syntax of an address: {@code printer:50730}, {@code 10.0.0.9:50730}, {@code
 * [fe80::1]:50730}.
 */
public record HostPort(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:/\\s\\[\\]]+)(?::(\\d{1,5}))?");
    private static final int HIGHEST_PORT = 65535;

    /** Parses a host with a port; empty if the text is something else. */
    public static Optional<HostPort> parse(String text) {
        return parse(text, 0);
    }

    /** Parses a host with an optional port; empty if the text is something else. */
    public static Optional<HostPort> parse(String text, int otherwise) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group(2) == null ? otherwise : Integer.parseInt(parts.group(2));
        String host = parts.group(1).replace("[", "").replace("]", "");
        return port > 0 && port <= HIGHEST_PORT ? Optional.of(new HostPort(host, port)) : Optional.empty();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
