package org.keyhopper.central.server.internal.api;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.problem.CentralProblem;

/** Limits the calls of an address before anything else is done, and refuses paths that no database takes and types that are none. */
@Priority(AddressLimit.FIRST)
final class AddressLimit implements ContainerRequestFilter {

    static final int FIRST = 100;

    private final ApiServices services;
    private final CallRate all = new CallRate(200, 2000, System::nanoTime);
    private final CallRate open = new CallRate(20, 400, System::nanoTime);

    @Context
    private HttpServletRequest connection;

    @Context
    private ResourceInfo resource;

    AddressLimit(ApiServices services) {
        this.services = services;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath().toLowerCase(Locale.ROOT);
        if (path.contains("%00")) {
            throw new BadCallException("the path");
        }
        String type = request.getHeaderString("Content-Type");
        if (type != null && type.contains("*")) {
            // Would match what a method consumes, but is no form.
            throw new NotSupportedException();
        }
        String address = connection.getRemoteAddr();
        if (!all.take(address) || isLimited() && !open.take(address)) {
            Call call = Call.of(request);
            Problem problem = Problem.of(CentralProblem.TOO_MANY_CALLS, "1");
            services.central().stations().refuse(Caller.none(call.id()), problem);
            request.abortWith(ProblemReply.of(problem, call));
        }
    }

    private boolean isLimited() {
        OpenToAll open = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(OpenToAll.class);
        return open != null && open.limited();
    }
}
