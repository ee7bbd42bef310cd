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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.operator.Operators;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.server.internal.model.RoleBody;
import org.keyhopper.central.server.internal.model.RoleChangeBody;
import org.keyhopper.central.server.internal.model.RolePage;

/** Default and custom roles. */
@Path("/api/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource {

    private final Operators operators;

    RolesResource(ApiServices services) {
        operators = services.central().operators();
    }

    @GET
    @Operation(summary = "Lists roles")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RolePage.class)))
    public Response list(@Context ContainerRequestContext context) {
        return Reply.of(
                context,
                operators.roles(Call.caller(context)),
                (List<StoredRole> roles) ->
                        Reply.json(new RolePage(roles.stream().map(Bodies::of).toList())));
    }

    @PUT
    @Path("/{role}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a custom role, or replaces the version of it in If-Match")
    @RequestBody(content = @Content(schema = @Schema(implementation = RoleChangeBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoleBody.class)))
    public Response put(
            @Context ContainerRequestContext context,
            @PathParam("role") String name,
            @HeaderParam("If-Match") String version,
            @Parameter(hidden = true) String text) {
        Role role = new Role(
                Given.text("role", name, Given.NAME),
                privileges(Json.read(text, RoleChangeBody.class).privileges()));
        Optional<Long> replaced = Optional.ofNullable(version).map(Given::version);
        return Reply.of(
                context,
                operators.putRole(Call.caller(context), role, replaced),
                stored -> Reply.versioned(Bodies.of(stored), stored.version()));
    }

    private static Set<Privilege> privileges(List<String> names) {
        EnumSet<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        try {
            Given.list("privileges", names, Privilege.values().length)
                    .forEach(name -> privileges.add(Privilege.valueOf(name)));
            return privileges;
        } catch (IllegalArgumentException e) {
            throw new BadCallException("privileges");
        }
    }

    @DELETE
    @Path("/{role}")
    @Operation(summary = "Removes a custom role")
    @ApiResponse(responseCode = "204", description = "Removed")
    public Response remove(
            @Context ContainerRequestContext context,
            @PathParam("role") String name,
            @HeaderParam("If-Match") String version) {
        return Reply.of(
                context,
                operators.removeRole(
                        Call.caller(context), Given.text("role", name, Given.NAME), Given.version(version)),
                removed -> Response.noContent().build());
    }
}
