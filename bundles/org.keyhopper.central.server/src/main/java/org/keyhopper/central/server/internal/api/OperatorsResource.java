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
import org.keyhopper.central.access.Page;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.operator.Operators;
import org.keyhopper.central.server.internal.model.NewOperatorBody;
import org.keyhopper.central.server.internal.model.OperatorBody;
import org.keyhopper.central.server.internal.model.OperatorChangeBody;
import org.keyhopper.central.server.internal.model.OperatorPage;

/** Operators, for those who manage them. */
@Path("/api/v1/operators")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorsResource {

    private final Operators operators;
    private final Grants grants;

    OperatorsResource(ApiServices services) {
        operators = services.central().operators();
        grants = new Grants(services.central().store());
    }

    @GET
    @Operation(summary = "Lists operators")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OperatorPage.class)))
    public Response list(
            @Context ContainerRequestContext context,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return Reply.of(
                context,
                operators.list(Call.caller(context), Given.cursor(cursor), Given.limit(limit)),
                (Page<Operator> page) -> Reply.json(
                        new OperatorPage(page.items().stream().map(Bodies::of).toList(), Bodies.next(page))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds an operator before the first sign-in")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewOperatorBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OperatorBody.class)))
    public Response create(
            @Context ContainerRequestContext context,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key,
            @Parameter(hidden = true) String text) {
        NewOperatorBody body = Json.read(text, NewOperatorBody.class);
        return Reply.of(
                context,
                operators.create(
                        Call.caller(context),
                        Given.key(key),
                        Given.text("login", body.login(), Given.NAME),
                        grants.read(body.grants())),
                made -> Reply.created(Bodies.of(made), made.version()));
    }

    @GET
    @Path("/{operator}")
    @Operation(summary = "Shows an operator")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OperatorBody.class)))
    public Response show(@Context ContainerRequestContext context, @PathParam("operator") String operator) {
        return Reply.of(
                context,
                operators.find(Call.caller(context), Given.text("operator", operator, Given.NAME)),
                OperatorsResource::versioned);
    }

    private static Response versioned(Operator operator) {
        return Reply.versioned(Bodies.of(operator), operator.version());
    }

    @PUT
    @Path("/{operator}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces the roles of an operator, or disables the operator")
    @RequestBody(content = @Content(schema = @Schema(implementation = OperatorChangeBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OperatorBody.class)))
    public Response update(
            @Context ContainerRequestContext context,
            @PathParam("operator") String operator,
            @HeaderParam("If-Match") @Parameter(required = true) String version,
            @Parameter(hidden = true) String text) {
        OperatorChangeBody body = Json.read(text, OperatorChangeBody.class);
        return Reply.of(
                context,
                operators.update(
                        Call.caller(context),
                        Given.text("operator", operator, Given.NAME),
                        Given.version(version),
                        grants.read(body.grants()),
                        body.disabled()),
                OperatorsResource::versioned);
    }
}
