package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.server.internal.model.CodeBody;
import org.keyhopper.central.server.internal.model.GrantsBody;
import org.keyhopper.central.server.internal.model.NewCodeBody;
import org.keyhopper.central.server.internal.model.StationBody;
import org.keyhopper.central.server.internal.model.StationPage;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.Stations;

/**
 * Stations and API clients, for those who manage them.
 *
 * @see StationsResource how they join
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ClientsResource {

    private final Stations stations;
    private final Grants grants;

    ClientsResource(ApiServices services) {
        stations = services.central().stations();
        grants = new Grants(services.central().store());
    }

    @GET
    @Path("/stations")
    @Operation(summary = "Lists stations")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationPage.class)))
    public Response listStations(
            @Context ContainerRequestContext context,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return list(context, Station.Kind.STATION, cursor, limit);
    }

    @POST
    @Path("/stations/codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Issues a one-time code with which a station joins")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewCodeBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CodeBody.class)))
    public Response issueStationCode(
            @Context ContainerRequestContext context,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key,
            @Parameter(hidden = true) String text) {
        return issue(context, Station.Kind.STATION, key, text);
    }

    @GET
    @Path("/stations/{station}")
    @Operation(summary = "Shows a station")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationBody.class)))
    public Response showStation(@Context ContainerRequestContext context, @PathParam("station") String id) {
        return show(context, Station.Kind.STATION, id);
    }

    @PUT
    @Path("/stations/{station}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces the roles of a station")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantsBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationBody.class)))
    public Response updateStation(
            @Context ContainerRequestContext context,
            @PathParam("station") String id,
            @HeaderParam("If-Match") @Parameter(required = true) String version,
            @Parameter(hidden = true) String text) {
        return update(context, Station.Kind.STATION, id, version, text);
    }

    @DELETE
    @Path("/stations/{station}")
    @Operation(summary = "Revokes a station")
    @ApiResponse(responseCode = "204", description = "Revoked")
    public Response revokeStation(
            @Context ContainerRequestContext context,
            @PathParam("station") String id,
            @HeaderParam("If-Match") @Parameter(required = true) String version) {
        return revoke(context, Station.Kind.STATION, id, version);
    }

    @GET
    @Path("/api-clients")
    @Operation(summary = "Lists API clients")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationPage.class)))
    public Response listApiClients(
            @Context ContainerRequestContext context,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return list(context, Station.Kind.API_CLIENT, cursor, limit);
    }

    @POST
    @Path("/api-clients/codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Issues a one-time code with which an API client joins")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewCodeBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CodeBody.class)))
    public Response issueApiClientCode(
            @Context ContainerRequestContext context,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key,
            @Parameter(hidden = true) String text) {
        return issue(context, Station.Kind.API_CLIENT, key, text);
    }

    @GET
    @Path("/api-clients/{client}")
    @Operation(summary = "Shows an API client")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationBody.class)))
    public Response showApiClient(@Context ContainerRequestContext context, @PathParam("client") String id) {
        return show(context, Station.Kind.API_CLIENT, id);
    }

    @PUT
    @Path("/api-clients/{client}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces the roles of an API client")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantsBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationBody.class)))
    public Response updateApiClient(
            @Context ContainerRequestContext context,
            @PathParam("client") String id,
            @HeaderParam("If-Match") @Parameter(required = true) String version,
            @Parameter(hidden = true) String text) {
        return update(context, Station.Kind.API_CLIENT, id, version, text);
    }

    @DELETE
    @Path("/api-clients/{client}")
    @Operation(summary = "Revokes an API client")
    @ApiResponse(responseCode = "204", description = "Revoked")
    public Response revokeApiClient(
            @Context ContainerRequestContext context,
            @PathParam("client") String id,
            @HeaderParam("If-Match") @Parameter(required = true) String version) {
        return revoke(context, Station.Kind.API_CLIENT, id, version);
    }

    private Response list(ContainerRequestContext context, Station.Kind kind, String cursor, Integer limit) {
        return Reply.of(
                context,
                stations.list(Call.caller(context), kind, Given.cursor(cursor), Given.limit(limit)),
                (Page<Station> page) -> Reply.json(
                        new StationPage(page.items().stream().map(Bodies::of).toList(), Bodies.next(page))));
    }

    private Response issue(ContainerRequestContext context, Station.Kind kind, String key, String text) {
        NewCodeBody body = Json.read(text, NewCodeBody.class);
        return Reply.of(
                context,
                stations.issueCode(
                        Call.caller(context),
                        Given.key(key),
                        kind,
                        Given.text("name", body.name(), Given.NAME),
                        grants.read(body.grants())),
                ClientsResource::issued);
    }

    private static Response issued(IssuedCode issued) {
        String code = null;
        if (issued.code().isPresent()) {
            try (Secret secret = issued.code().get()) {
                code = new String(secret.toChars());
            }
        }
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(new CodeBody(issued.name(), code)))
                .build();
    }

    private Response show(ContainerRequestContext context, Station.Kind kind, String id) {
        return Reply.of(
                context,
                stations.show(Call.caller(context), kind, Given.text("id", id, Given.NAME)),
                ClientsResource::versioned);
    }

    private static Response versioned(Station station) {
        return Reply.versioned(Bodies.of(station), station.version());
    }

    private Response update(
            ContainerRequestContext context, Station.Kind kind, String id, String version, String text) {
        GrantsBody body = Json.read(text, GrantsBody.class);
        return Reply.of(
                context,
                stations.update(
                        Call.caller(context),
                        kind,
                        Given.text("id", id, Given.NAME),
                        Given.version(version),
                        grants.read(body.grants())),
                ClientsResource::versioned);
    }

    private Response revoke(ContainerRequestContext context, Station.Kind kind, String id, String version) {
        return Reply.of(
                context,
                stations.revoke(Call.caller(context), kind, Given.text("id", id, Given.NAME), Given.version(version)),
                revoked -> Response.noContent().build());
    }
}
