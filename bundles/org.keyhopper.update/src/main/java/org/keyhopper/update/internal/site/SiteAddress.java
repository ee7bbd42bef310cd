package org.keyhopper.update.internal.site;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;

/** Permitted site addresses: https, file, and http on this computer. All end with a slash. */
public final class SiteAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SiteAddress() {}

    /** Returns the address with a trailing slash, or empty if it is not permitted. */
    public static Optional<URI> parse(String text) {
        try {
            String stripped = text.strip();
            URI address = URI.create(stripped.endsWith("/") ? stripped : stripped + "/");
            return permitted(address) ? Optional.of(address.normalize()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the normalised address; throws if neither the rule nor the policy permits it. */
    static URI check(URI address, StationPolicy.Updates rules) throws UpdateException {
        URI site = parse(address.toString()).orElseThrow(() -> refused(UpdateProblem.BAD_ADDRESS, address));
        if (rules.sites().isPresent() && !rules.sites().get().contains(site)) {
            throw refused(UpdateProblem.SITE_NOT_ALLOWED, address);
        }
        return site;
    }

    /** Returns whether the site is on this computer. */
    static boolean isLocal(URI site) {
        return site.getScheme().equalsIgnoreCase("file")
                || site.getHost() != null && LOOPBACK.contains(site.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean permitted(URI address) {
        if (address.getScheme() == null || address.getQuery() != null || address.getFragment() != null) {
            return false;
        }
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> !host.isEmpty();
            case "http" -> LOOPBACK.contains(host) && address.getUserInfo() == null;
            case "file" -> address.getAuthority() == null && address.getPath().startsWith("/");
            default -> false;
        };
    }

    private static UpdateException refused(UpdateProblem problem, URI address) {
        return new UpdateException(Problem.of(problem, address.toString()));
    }
}
