package org.keyhopper.central.server.internal.signin;

import java.net.URI;

/** Where a browser goes after the sign-in: a path of this server and never another address. */
public final class ReturnPath {

    private static final int LONGEST = 2000;

    private ReturnPath() {}

    /** Returns the path; the start page unless it is certainly one of this server. */
    public static String of(String asked) {
        boolean plain = asked != null
                && asked.length() <= LONGEST
                && asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '\\');
        if (!plain) {
            return "/";
        }
        try {
            URI uri = URI.create(asked);
            return uri.getHost() == null && uri.getScheme() == null && uri.getRawAuthority() == null ? asked : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
