package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.directory.ConfirmedChanges;
import org.keyhopper.central.server.internal.model.ConfirmedChangesBody;

/** Which changes connectors may make to their directories. */
@Path("/api/v1/directories/{directory}/confirmed-changes")
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoriesResource {

    private static final int MOST = 50;

    private final ConfiguredDirectories directories;

    DirectoriesResource(ApiServices services) {
        directories = services.central().configuredDirectories();
    }

    @GET
    @Operation(summary = "Shows which changes of a directory are confirmed")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConfirmedChangesBody.class)))
    public Response confirmed(@Context ContainerRequestContext context, @PathParam("directory") String directory) {
        return Reply.of(
                context,
                directories.confirmedChanges(Call.caller(context), Given.text("directory", directory, Given.NAME)),
                DirectoriesResource::versioned);
    }

    private static Response versioned(ConfirmedChanges changes) {
        return Reply.versioned(
                new ConfirmedChangesBody(changes.obstacles().stream().sorted().toList()), changes.version());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirms changes of a directory, for all people")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConfirmedChangesBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConfirmedChangesBody.class)))
    public Response confirm(
            @Context ContainerRequestContext context,
            @PathParam("directory") String directory,
            @HeaderParam("If-Match") @Parameter(required = true) String version,
            @Parameter(hidden = true) String text) {
        ConfirmedChangesBody body = Json.read(text, ConfirmedChangesBody.class);
        Set<String> obstacles = Given.list("obstacles", body.obstacles(), MOST).stream()
                .map(code -> Given.text("obstacles", code, Given.NAME))
                .collect(Collectors.toSet());
        ConfirmedChanges changes =
                new ConfirmedChanges(Given.text("directory", directory, Given.NAME), obstacles, Given.version(version));
        return Reply.of(context, directories.confirm(Call.caller(context), changes), DirectoriesResource::versioned);
    }
}
