package org.keyhopper.central.server.internal.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.portal.LongForm;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.signin.Cookies;
import org.keyhopper.central.server.internal.token.DpopProof;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.central.server.internal.token.TokenSubject;
import org.keyhopper.central.signin.SignedIn;
import org.keyhopper.central.station.Station;

/**
 * Authenticates the caller of every resource method but those that are open to all: an access token and a DPoP proof for
 * this call, or the session of a browser, which needs the token of the session for whatever changes something. Refusals are
 * audited.
 */
@Priority(Priorities.AUTHENTICATION)
final class AuthenticationFilter implements ContainerRequestFilter {

    private static final int LONGEST_FORM = 16 * 1024;
    private static final int LONGEST_LIST = 2 * 1024 * 1024;
    private static final String SCHEME = "DPoP ";
    private static final String CSRF_HEADER = "X-CSRF-Token";
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final ApiServices services;

    @Context
    private ResourceInfo resource;

    AuthenticationFilter(ApiServices services) {
        this.services = services;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        Call call = Call.of(request);
        try {
            Optional<SignedIn> session =
                    request.getHeaderString("Authorization") == null ? session(request, call) : Optional.empty();
            if (session.isPresent()) {
                Call.signedIn(request, session.get());
                requireOwnPage(request, session.get());
            } else {
                Call.authenticated(request, caller(request, call));
            }
        } catch (RefusedException e) {
            request.abortWith(refused(request, e.problem(), call));
        }
    }

    private Optional<SignedIn> session(ContainerRequestContext request, Call call) {
        return Optional.ofNullable(request.getCookies().get(Cookies.SESSION))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .flatMap(value -> services.signIns().find(value, call.id()));
    }

    /** A form of another site is sent with the cookie, but without the token of the session. */
    private void requireOwnPage(ContainerRequestContext request, SignedIn session) throws RefusedException {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        String given =
                isApi(request) ? request.getHeaderString(CSRF_HEADER) : FormField.of(request, "csrf", longestForm());
        byte[] expected = session.session().csrf().getBytes(StandardCharsets.UTF_8);
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw services.refusal(CentralProblem.FORGERY_SUSPECTED);
        }
    }

    private int longestForm() {
        return resource.getResourceMethod().isAnnotationPresent(LongForm.class) ? LONGEST_LIST : LONGEST_FORM;
    }

    private static boolean isApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("api/");
    }

    private Response refused(ContainerRequestContext request, Problem problem, Call call) {
        boolean isPage = !isApi(request)
                && resource.getResourceMethod() != null
                && HttpMethod.GET.equals(request.getMethod())
                && problem.is(CentralProblem.NOT_SIGNED_IN);
        if (isPage) {
            String path = pathAndQuery(request.getUriInfo().getRequestUri());
            return Response.seeOther(URI.create("/sign-in?return=" + URLEncoder.encode(path, StandardCharsets.UTF_8)))
                    .build();
        }
        services.central().stations().refuse(Call.caller(request), problem);
        return ProblemReply.of(problem, call);
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private Caller caller(ContainerRequestContext request, Call call) throws RefusedException {
        String authorization = request.getHeaderString("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw services.refusal(CentralProblem.NOT_SIGNED_IN);
        }
        String token = authorization.substring(SCHEME.length()).strip();
        DpopProof proof = services.proof(request, Optional.of(token));
        TokenSubject subject = services.tokens().verify(token, proof);
        Optional<Station> station = services.central().stations().find(subject.station());
        Optional<Caller> caller = subject.operator().isEmpty()
                ? station.map(it -> it.caller(call.id()))
                : station.flatMap(it -> services.central()
                        .stationSignIns()
                        .caller(subject.operator().get(), it, call.id()));
        return caller.orElseThrow(() -> services.refusal(CentralProblem.NOT_SIGNED_IN));
    }
}
