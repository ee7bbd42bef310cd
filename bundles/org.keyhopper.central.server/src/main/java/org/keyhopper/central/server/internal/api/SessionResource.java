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
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.server.internal.model.SessionBody;
import org.keyhopper.central.signin.SignedIn;

/** Who makes the call. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final ApiServices services;

    SessionResource(ApiServices services) {
        this.services = services;
    }

    @GET
    @Operation(summary = "Shows who makes the call, with its roles")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionBody.class)))
    public Response show(@Context ContainerRequestContext context) {
        Caller caller = Call.caller(context);
        Optional<SignedIn> session = Call.session(context);
        return Reply.json(new SessionBody(
                caller.kind().name(),
                caller.id(),
                session.map(SignedIn::name).orElseGet(() -> name(caller)),
                Bodies.of(caller.grants()),
                privileges(caller),
                session.map(it -> it.session().csrf()).orElse(null)));
    }

    /** Returns the name of an operator who works at a station; null for other callers with a token. */
    private String name(Caller caller) {
        return caller.kind() != Caller.Kind.OPERATOR
                ? null
                : services.central().store().write(in -> in.operators()
                        .find(caller.id())
                        .map(Operator::name)
                        .orElse(null));
    }

    private static List<String> privileges(Caller caller) {
        return caller.grants().stream()
                .flatMap(grant -> grant.role().privileges().stream())
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
    }
}
