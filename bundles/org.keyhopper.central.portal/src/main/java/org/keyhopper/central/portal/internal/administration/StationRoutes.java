package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keyhopper.central.Central;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.station.Station;

/** The routes of the pages about stations. */
@Path("/stations")
@Produces(MediaType.TEXT_HTML)
public final class StationRoutes extends RegisteredClientRoutes {

    public StationRoutes(Frame frame, Central central) {
        super(new StationsPage(frame, central, Station.Kind.STATION, Section.STATIONS));
    }
}
