package org.keyhopper.directory.support.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.SettingFault;

/**
 * The base address of a directory's service, such as {@code https://graph.microsoft.com}. Plain {@code http} is taken
 * only to this very machine, since tokens travel over it.
 */
public record ServiceAddress(URI base) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads a setting; BAD_SETTING with its key when it is not an address we may use. */
    public static Answer<ServiceAddress> parse(String key, String text) {
        try {
            URI base = new URI(text.strip().replaceAll("/+$", ""));
            return objection(base)
                    .<Answer<ServiceAddress>>map(fault -> Answer.failed(fault.of(key)))
                    .orElseGet(() -> Answer.done(new ServiceAddress(base)));
        } catch (URISyntaxException unreadable) {
            return Answer.failed(SettingFault.NOT_AN_ADDRESS.of(key));
        }
    }

    private static Optional<SettingFault> objection(URI base) {
        SettingFault fault = null;
        if (base.getHost() == null || base.getRawQuery() != null || base.getRawUserInfo() != null) {
            fault = SettingFault.NOT_A_SERVICE;
        } else if ("http".equalsIgnoreCase(base.getScheme()) && !LOOPBACK.contains(base.getHost())) {
            fault = SettingFault.HTTP_ELSEWHERE;
        } else if (!"https".equalsIgnoreCase(base.getScheme()) && !"http".equalsIgnoreCase(base.getScheme())) {
            fault = SettingFault.HTTPS_ONLY;
        }
        return Optional.ofNullable(fault);
    }

    /** Returns the base with a path and query, both already encoded, appended. */
    public URI resolve(String pathAndQuery) {
        return URI.create(base + pathAndQuery);
    }

    /** Returns whether the address belongs to this service: same scheme, host and port. */
    public boolean covers(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && base.getPort() == address.getPort();
    }

    public String host() {
        return base.getHost();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
