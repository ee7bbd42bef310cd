package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keyhopper.central.server.internal.model.AssignmentsBody;
import org.keyhopper.central.server.internal.model.JournalBody;
import org.keyhopper.central.server.internal.model.LastEntryBody;
import org.keyhopper.central.server.internal.model.PrintersBody;
import org.keyhopper.central.station.StationReports;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.request.RequestId;

/** What a station reports of its printers and of the steps of devices, and which requests are assigned to it. */
@Path("/api/v1/station")
@Produces(MediaType.APPLICATION_JSON)
public final class StationReportsResource {

    private final StationReports reports;

    StationReportsResource(ApiServices services) {
        reports = services.central().stationReports();
    }

    @POST
    @Path("/journal")
    @LongBody
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Uploads entries of the journal of a station; those that are there are not stored again")
    @RequestBody(content = @Content(schema = @Schema(implementation = JournalBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LastEntryBody.class)))
    public Response upload(@Context ContainerRequestContext context, @Parameter(hidden = true) String text) {
        JournalBody body = Json.read(text, JournalBody.class);
        return Reply.of(
                context,
                reports.upload(
                        Call.caller(context),
                        ReportJson.entries(Given.list("entries", body.entries(), CentralReports.MOST_ENTRIES))),
                last -> Reply.json(new LastEntryBody(last)));
    }

    @PUT
    @Path("/printers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reports all printers of a station")
    @RequestBody(content = @Content(schema = @Schema(implementation = PrintersBody.class)))
    @ApiResponse(responseCode = "204", description = "Reported")
    public Response report(@Context ContainerRequestContext context, @Parameter(hidden = true) String text) {
        PrintersBody body = Json.read(text, PrintersBody.class);
        return Reply.of(
                context,
                reports.report(Call.caller(context), ReportJson.printers(body.printers())),
                done -> Response.noContent().build());
    }

    @GET
    @Path("/assignments")
    @Operation(summary = "Lists the requests that are assigned to the calling station and have someone pending")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssignmentsBody.class)))
    public Response assignments(@Context ContainerRequestContext context) {
        return Reply.of(
                context,
                reports.assigned(Call.caller(context)),
                (List<RequestId> assigned) -> Reply.json(new AssignmentsBody(
                        assigned.stream().map(RequestId::value).toList())));
    }
}
