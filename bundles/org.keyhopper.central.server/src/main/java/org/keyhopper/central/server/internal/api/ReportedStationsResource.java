package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.server.internal.model.StationReportBody;
import org.keyhopper.central.server.internal.model.StepsBody;
import org.keyhopper.central.station.StationEntry;
import org.keyhopper.central.station.StationReport;
import org.keyhopper.central.station.StationReports;
import org.keyhopper.core.request.RecipientId;

/** What stations reported, for those who manage them or follow a request. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportedStationsResource {

    private final StationReports reports;

    ReportedStationsResource(ApiServices services) {
        reports = services.central().stationReports();
    }

    @GET
    @Path("/stations/{station}/report")
    @Operation(summary = "Shows what a station reported of its printers")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationReportBody.class)))
    public Response latest(@Context ContainerRequestContext context, @PathParam("station") String station) {
        return Reply.of(
                context,
                reports.latest(Call.caller(context), Given.text("station", station, Given.NAME)),
                (Optional<StationReport> report) -> Reply.json(ReportJson.of(report)));
    }

    @GET
    @Path("/requests/{request}/recipients/{position}/steps")
    @Operation(summary = "Lists the steps that stations reported for a person")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StepsBody.class)))
    public Response steps(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @PathParam("position") int position) {
        RecipientId recipient = new RecipientId(RequestsResource.id(request), position);
        return Reply.of(
                context,
                reports.journal(Call.caller(context), recipient),
                (List<StationEntry> steps) -> Reply.json(
                        new StepsBody(steps.stream().map(ReportJson::of).toList())));
    }
}
