package org.keyhopper.central.server.internal.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.portal.LongForm;
import org.keyhopper.central.problem.CentralProblem;

/** Limits the calls of a station, API client or operator, and the length of bodies. */
@Priority(Priorities.AUTHORIZATION)
final class CallerLimit implements ContainerRequestFilter {

    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_LIST = 2 * 1024 * 1024;

    private final ApiServices services;
    private final CallRate rate = new CallRate(20, 200, System::nanoTime);

    @Context
    private ResourceInfo resource;

    CallerLimit(ApiServices services) {
        this.services = services;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = Call.caller(request);
        if (caller.kind() != Caller.Kind.NONE && !rate.take(caller.actor())) {
            Problem problem = Problem.of(CentralProblem.TOO_MANY_CALLS, "1");
            services.central().stations().refuse(caller, problem);
            request.abortWith(ProblemReply.of(problem, Call.of(request)));
            return;
        }
        Method method = resource.getResourceMethod();
        boolean isLong = method != null
                && (method.isAnnotationPresent(LongBody.class) || method.isAnnotationPresent(LongForm.class));
        request.setEntityStream(new LimitedStream(request.getEntityStream(), isLong ? LONGEST_LIST : LONGEST));
    }
}
