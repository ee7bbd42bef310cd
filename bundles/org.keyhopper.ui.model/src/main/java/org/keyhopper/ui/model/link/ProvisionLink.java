package org.keyhopper.ui.model.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.core.request.RequestId;

/**
 * A {@code keyhopper://} link. It may come from any web page or mail and is not trusted; it can name a request and
 * nothing else.
 *
 * @param request the request named; empty for a link that must be refused
 */
public record ProvisionLink(Optional<RequestId> request) {

    private static final String SCHEME = "keyhopper:";
    private static final String PLACE = SCHEME + "//provision/";

    /**
     * The scheme is case-insensitive (RFC 3986 section 3.1), the rest is not. ASCII only, which excludes homoglyphs.
     */
    private static final Pattern GOOD = Pattern.compile("(?i:keyhopper)://provision/([A-Za-z0-9-]{1,64})");

    /** Parses a program argument; empty if it is not a link. */
    public static Optional<ProvisionLink> in(String argument) {
        if (!argument.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        Matcher good = GOOD.matcher(argument);
        return Optional.of(good.matches() ? to(new RequestId(good.group(1))) : refused());
    }

    public static ProvisionLink to(RequestId request) {
        return new ProvisionLink(Optional.of(request));
    }

    public static ProvisionLink refused() {
        return new ProvisionLink(Optional.empty());
    }

    /** Returns the link to pass on. The text of a refused link is not repeated. */
    public String address() {
        return request.map(id -> PLACE + id).orElse(SCHEME);
    }
}
