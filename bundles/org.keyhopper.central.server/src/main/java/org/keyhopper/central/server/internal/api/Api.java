package org.keyhopper.central.server.internal.api;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;

/** The API as a servlet for all paths. */
public final class Api {

    private Api() {}

    /** Puts the resources together. */
    public static Servlet servlet(ApiServices services) {
        // Jersey finds it by the service loader, which does not see it in OSGi.
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        ResourceConfig config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.registerInstances(
                new CallFilter(),
                new AuthenticationFilter(services),
                new Faults(),
                new HealthResource(services),
                new StationsResource(services),
                new ClaimsResource(services),
                new ClientsResource(services),
                new OperatorsResource(services),
                new PoliciesResource(services),
                new RecordsResource(services),
                new RequestsResource(services),
                new RolesResource(services));
        return new ServletContainer(config);
    }
}
