package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keyhopper.central.Central;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.station.Station;

/** The routes of the pages about API clients. */
@Path("/api-clients")
@Produces(MediaType.TEXT_HTML)
public final class ApiClientRoutes extends RegisteredClientRoutes {

    public ApiClientRoutes(Frame frame, Central central) {
        super(new StationsPage(frame, central, Station.Kind.API_CLIENT, Section.API_CLIENTS));
    }
}
