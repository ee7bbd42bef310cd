package org.keyhopper.api.network;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How services are reached from this computer. The password of the proxy is not part of it.
 *
 * @param proxy the HTTP proxy; empty to use that of the Java runtime, if it has one
 * @param authorities a PEM file (RFC 7468) with certificates of authorities that are trusted besides those of the Java
 *     runtime
 */
public record NetworkSettings(Optional<Proxy> proxy, Optional<Path> authorities) {

    /** The settings of the Java runtime, unchanged. */
    public static final NetworkSettings SYSTEM = new NetworkSettings(Optional.empty(), Optional.empty());

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    public NetworkSettings {
        Objects.requireNonNull(proxy);
        Objects.requireNonNull(authorities);
    }

    /**
     * An HTTP proxy. Services on this computer are always reached without it.
     *
     * @param user the account for Basic authentication (RFC 7617), if the proxy requires one
     * @param direct hosts that are reached without the proxy; with a leading dot, all hosts below that domain
     */
    public record Proxy(String host, int port, Optional<String> user, List<String> direct) {

        public Proxy {
            direct = List.copyOf(direct);
        }

        /** Parses host and port, separated by a colon; IPv6 addresses in brackets. Empty if they are not valid. */
        public static Optional<Proxy> parse(String address, Optional<String> user, List<String> direct) {
            try {
                URI uri = URI.create("http://" + address.strip());
                boolean isValid = uri.getHost() != null
                        && uri.getPort() > 0
                        && uri.getPort() < 65536
                        && uri.getRawPath().isEmpty()
                        && uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null;
                return isValid ? Optional.of(new Proxy(uri.getHost(), uri.getPort(), user, direct)) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** Returns host and port, separated by a colon. */
        public String address() {
            return host + ":" + port;
        }

        /** Returns whether this host is reached without the proxy. */
        public boolean bypasses(String target) {
            String name = target.toLowerCase(Locale.ROOT);
            return LOOPBACK.contains(name)
                    || direct.stream()
                            .map(each -> each.toLowerCase(Locale.ROOT))
                            .anyMatch(each -> each.startsWith(".") ? name.endsWith(each) : name.equals(each));
        }
    }
}
