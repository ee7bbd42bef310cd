package org.keyhopper.ui.model.link;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.core.request.RequestId;

/**
 * A {@code keyhopper://} link. It may come from any web page or mail and is not trusted; it can name a request and
 * nothing else.
 *
 * @param request the request named; empty for a link that must be refused
 * @param central the Central that the request belongs to, by the name that this computer gave it; empty for a request of the
 *     station itself
 */
public record ProvisionLink(Optional<RequestId> request, Optional<String> central) {

    private static final String SCHEME = "keyhopper:";
    private static final String PLACE = SCHEME + "//provision/";

    /**
     * The scheme is case-insensitive (RFC 3986 section 3.1), the rest is not. ASCII only, which excludes homoglyphs.
     */
    private static final Pattern GOOD = Pattern.compile(
            "(?i:keyhopper)://provision/([A-Za-z0-9-]{1,64})" + "(?:\\?central=([A-Za-z0-9._~%+-]{1,200}))?");

    /** A name may have letters of any language; nothing else is shown in a sentence. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._~-]{1,100}");

    /** Parses a program argument; empty if it is not a link. */
    public static Optional<ProvisionLink> in(String argument) {
        if (!argument.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        Matcher good = GOOD.matcher(argument);
        return Optional.of(good.matches() ? of(good) : refused());
    }

    /** The name is percent-encoded (RFC 3986 section 2.1); one that is not UTF-8 is the name of no Central. */
    private static ProvisionLink of(Matcher good) {
        try {
            Optional<String> central =
                    Optional.ofNullable(good.group(2)).map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8));
            return central.filter(name -> !NAME.matcher(name).matches()).isPresent()
                    ? refused()
                    : new ProvisionLink(Optional.of(new RequestId(good.group(1))), central);
        } catch (IllegalArgumentException e) {
            return refused();
        }
    }

    public static ProvisionLink to(RequestId request) {
        return new ProvisionLink(Optional.of(request), Optional.empty());
    }

    public static ProvisionLink refused() {
        return new ProvisionLink(Optional.empty(), Optional.empty());
    }

    /** Returns the link to pass on. The text of a refused link is not repeated. */
    public String address() {
        String query = central.map(name -> "?central=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .orElse("");
        return request.map(id -> PLACE + id + query).orElse(SCHEME);
    }
}
