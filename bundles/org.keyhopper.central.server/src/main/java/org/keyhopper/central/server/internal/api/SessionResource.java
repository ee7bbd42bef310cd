package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.server.internal.model.SessionBody;
import org.keyhopper.central.signin.SignedIn;

/** Who makes the call. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    @GET
    @Operation(summary = "Shows who makes the call, with its roles")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionBody.class)))
    public Response show(@Context ContainerRequestContext context) {
        Caller caller = Call.caller(context);
        Optional<SignedIn> session = Call.session(context);
        return Reply.json(new SessionBody(
                caller.kind().name(),
                caller.id(),
                session.map(SignedIn::name).orElse(null),
                Bodies.of(caller.grants()),
                session.map(it -> it.session().csrf()).orElse(null)));
    }
}
