package org.keyhopper.central.server.internal.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.keyhopper.logging.LogContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each call an id, and logs it with its result. Neither headers nor bodies are logged. */
@PreMatching
@Priority(0)
final class CallFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOGGER = LoggerFactory.getLogger(CallFilter.class);
    /** The token of an invitation is a part of its path. */
    private static final Pattern SECRET = Pattern.compile("^(/?pick-up/)[^/]+");

    private static final String BEGAN = "keyhopper.began";

    /** RFC 9110 section 5.6.7. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Map<String, String> headers;
    private final Clock clock;

    /**
     * Creates a filter.
     *
     * @param publicUrl of this server
     * @param formTargets where a form may lead beside this server, such as the sign-out of the identity provider
     * @param clock by which proofs are verified; stations set theirs by the header Date
     */
    CallFilter(String publicUrl, String formTargets, Clock clock) {
        this.clock = clock;
        Map<String, String> all = new HashMap<>();
        all.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
                        + " form-action 'self' " + formTargets
                        + "; base-uri 'none'; frame-ancestors 'none'");
        all.put("X-Frame-Options", "DENY");
        all.put("Referrer-Policy", "no-referrer");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", "same-origin");
        if (publicUrl.startsWith("https:")) {
            all.put("Strict-Transport-Security", "max-age=31536000");
        }
        headers = Map.copyOf(all);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        LogContext.begin(Call.begin(request).id());
        request.setProperty(BEGAN, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Call call = Call.of(request);
        response.getHeaders().putSingle("X-Request-Id", call.id());
        response.getHeaders().putSingle("Date", DATE.format(clock.instant()));
        response.getHeaders().putIfAbsent("Cache-Control", List.of("no-store"));
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        if (request.getProperty(Call.CLOCK_DIFFERENCE) instanceof Long seconds) {
            response.getHeaders().putSingle("Keyhopper-Clock-Difference", seconds);
        }
        headers.forEach(response.getHeaders()::putSingle);
        LOGGER.info(
                "call {}: {} {} by {}: {} in {} ms",
                call.id(),
                request.getMethod(),
                SECRET.matcher(request.getUriInfo().getPath()).replaceFirst("$1…"),
                Call.caller(request).actor(),
                response.getStatus(),
                took(request).toMillis());
        LogContext.end();
    }

    /** Returns the time since the call arrived. */
    static Duration took(ContainerRequestContext request) {
        return request.getProperty(BEGAN) instanceof Long began
                ? Duration.ofNanos(System.nanoTime() - began)
                : Duration.ZERO;
    }
}
