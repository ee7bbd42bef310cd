package org.keyhopper.central.server.internal.api;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;
import org.keyhopper.central.server.internal.health.Health;

/** The API as a servlet for all paths. */
public final class Api {

    private Api() {}

    /**
     * Puts the resources together.
     *
     * @param formTargets where forms of pages may lead beside this server
     * @param pages further resources
     */
    public static Servlet servlet(
            ApiServices services, Health health, CallObserver observer, String formTargets, Object... pages) {
        // Jersey finds it by the service loader, which does not see it in OSGi.
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        ResourceConfig config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.registerInstances(
                new CallFilter(
                        services.publicUrl(), formTargets, services.proofs().clock()),
                new AddressLimit(services),
                new ObservedCalls(observer),
                new AuthenticationFilter(services),
                new CallerLimit(services),
                new Faults(),
                new HealthResource(health),
                new StationsResource(services),
                new ClaimsResource(services),
                new ClientsResource(services),
                new OperatorsResource(services),
                new PoliciesResource(services),
                new DirectoriesResource(services),
                new RecordsResource(services),
                new RequestsResource(services),
                new RolesResource(services),
                new SessionResource(services),
                new TokenResource(services),
                new StationRequestsResource(services),
                new StationReportsResource(services),
                new ReportedStationsResource(services),
                new ReconcileResource(services),
                new EscrowResource(services),
                new LicenceResource(services),
                new PeopleResource(services));
        config.registerInstances(pages);
        return new ServletContainer(config);
    }
}
