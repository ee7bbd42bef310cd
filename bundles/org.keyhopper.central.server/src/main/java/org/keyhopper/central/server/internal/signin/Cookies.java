package org.keyhopper.central.server.internal.signin;

import java.time.Duration;

/** The cookies of a browser. Their prefix binds them to this host and to HTTPS (RFC 6265bis section 4.1.3.2). */
public final class Cookies {

    /** Has the id of a session. */
    public static final String SESSION = "__Host-keyhopper-session";

    /** Has what binds a sign-in to the browser that began it. */
    public static final String SIGN_IN = "__Host-keyhopper-sign-in";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private Cookies() {}

    /** Returns the header that sets a cookie until the browser ends. */
    public static String set(String name, String value) {
        return name + "=" + value + ATTRIBUTES;
    }

    /** Returns the header that sets a cookie for a time. */
    public static String set(String name, String value, Duration life) {
        return set(name, value) + "; Max-Age=" + life.toSeconds();
    }

    /** Returns the header that removes a cookie. */
    public static String remove(String name) {
        return set(name, "") + "; Max-Age=0";
    }
}
