package org.keyhopper.ui.model.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.core.request.RequestId;

/**
 * A {@code keyhopper://} link, which anybody can write: on a page, in a mail. It can name a request and nothing else.
 *
 * @param request the request named; empty for a link that is to be refused
 */
public record ProvisionLink(Optional<RequestId> request) {

    private static final String SCHEME = "keyhopper:";
    private static final String PLACE = SCHEME + "//provision/";

    /** RFC 3986 has schemes in any case; the rest is ours alone. Only ASCII: no letter that merely looks like one. */
    private static final Pattern GOOD = Pattern.compile("(?i:keyhopper)://provision/([A-Za-z0-9-]{1,64})");

    /** Reads an argument of a start; empty when it is no link at all. */
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

    /** Returns the link to hand on. What was wrong with a refused one is not repeated. */
    public String address() {
        return request.map(id -> PLACE + id).orElse(SCHEME);
    }
}
