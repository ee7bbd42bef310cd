package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/** Tells the observer of each call. */
record ObservedCalls(CallObserver observer) implements ContainerResponseFilter {

    private static final String UNKNOWN = "unknown";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String route = route(request);
        // Any word can be sent as a method, and each would be a series of its own.
        String method = UNKNOWN.equals(route) ? UNKNOWN : request.getMethod();
        observer.observed(method, route, response.getStatus(), CallFilter.took(request));
    }

    private static String route(ContainerRequestContext request) {
        StringBuilder route = new StringBuilder();
        if (request.getUriInfo() instanceof ExtendedUriInfo uri) {
            for (UriTemplate template : uri.getMatchedTemplates()) {
                route.insert(0, template.getTemplate());
            }
        }
        return route.isEmpty() ? UNKNOWN : route.toString();
    }
}
