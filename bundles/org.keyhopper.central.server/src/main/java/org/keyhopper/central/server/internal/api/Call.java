package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.signin.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of the API.
 *
 * @param id in log, audit trail and reply
 * @param locale of the texts in problems
 */
public record Call(String id, Locale locale) {

    private static final String PROPERTY = "keyhopper.call";
    /** The seconds by which the clock of the caller differs, for the reply. */
    static final String CLOCK_DIFFERENCE = "keyhopper.clock-difference";

    private static final Logger LOGGER = LoggerFactory.getLogger(Call.class);
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Duration NOTABLE = Duration.ofSeconds(30);
    private static final String SIGNED_IN = "keyhopper.session";
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-?)[0-9a-fA-F]{4}\\1[0-9a-fA-F]{4}\\1[0-9a-fA-F]{4}\\1[0-9a-fA-F]{12}");
    private static final String CALLER = "keyhopper.caller";

    /** Gives the request its call. */
    static Call begin(ContainerRequestContext request) {
        String id = given(request.getHeaderString("X-Request-Id"));
        Call call = new Call(id, locale(request.getHeaderString("Accept-Language")));
        request.setProperty(PROPERTY, call);
        return call;
    }

    /** Returns English for a header that is missing or malformed: Jersey would fail the call. */
    private static Locale locale(String header) {
        try {
            Locale accepted = header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), LOCALES);
            return accepted == null ? Locale.ENGLISH : accepted;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /** A proxy may have given the call an id already. Only a UUID is taken, since others could write into the log. */
    private static String given(String header) {
        if (header != null && UUID_TEXT.matcher(header).matches()) {
            String hexadecimal = header.replace("-", "").toLowerCase(Locale.ROOT);
            return new UUID(
                            Long.parseUnsignedLong(hexadecimal, 0, 16, 16),
                            Long.parseUnsignedLong(hexadecimal, 16, 32, 16))
                    .toString();
        }
        return UUID.randomUUID().toString();
    }

    /** Returns the call of the request. */
    public static Call of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Call call ? call : begin(request);
    }

    static void authenticated(ContainerRequestContext request, Caller caller) {
        request.setProperty(CALLER, caller);
    }

    /** Reports a difference of the clocks that the caller should know of. */
    static void clockDifference(ContainerRequestContext request, Duration difference) {
        if (difference.compareTo(NOTABLE) > 0) {
            request.setProperty(CLOCK_DIFFERENCE, difference.toSeconds());
            LOGGER.warn(
                    "call {}: the clock of the caller differs by {} s",
                    of(request).id(),
                    difference.toSeconds());
        }
    }

    static void signedIn(ContainerRequestContext request, SignedIn signedIn) {
        request.setProperty(SIGNED_IN, signedIn);
        authenticated(request, signedIn.caller());
    }

    /** Returns the session of the browser, which the authentication has found. */
    public static SignedIn signedIn(ContainerRequestContext request) {
        return (SignedIn) request.getProperty(SIGNED_IN);
    }

    /** Returns the session of the browser; empty for a caller with an access token. */
    static Optional<SignedIn> session(ContainerRequestContext request) {
        return Optional.ofNullable(signedIn(request));
    }

    /** Returns the caller, which is not signed in unless its token was verified. */
    public static Caller caller(ContainerRequestContext request) {
        return request.getProperty(CALLER) instanceof Caller caller
                ? caller
                : Caller.none(of(request).id());
    }
}
