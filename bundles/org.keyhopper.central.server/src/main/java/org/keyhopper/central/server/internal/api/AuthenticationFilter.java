package org.keyhopper.central.server.internal.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.token.DpopProof;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.central.station.Station;

/**
 * Authenticates the caller of every resource method but those that are open to all: an access token and a DPoP proof for
 * this call. Refusals are audited.
 */
@Priority(Priorities.AUTHENTICATION)
final class AuthenticationFilter implements ContainerRequestFilter {

    private static final String SCHEME = "DPoP ";

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
            Call.authenticated(request, caller(request, call));
        } catch (RefusedException e) {
            services.central().stations().refuse(Caller.none(call.id()), e.problem());
            request.abortWith(ProblemReply.of(e.problem(), call));
        }
    }

    private Caller caller(ContainerRequestContext request, Call call) throws RefusedException {
        String authorization = request.getHeaderString("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw services.refusal(CentralProblem.NOT_SIGNED_IN);
        }
        String token = authorization.substring(SCHEME.length()).strip();
        DpopProof proof = services.proof(request, Optional.of(token));
        Station station = services.central()
                .stations()
                .find(services.tokens().verify(token, proof))
                .orElseThrow(() -> services.refusal(CentralProblem.NOT_SIGNED_IN));
        return new Caller(Caller.Kind.STATION, station.id(), station.grants(), call.id());
    }
}
