package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonObject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.server.internal.token.DpopProof;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.central.station.Station;

/** Joining with a one-time code. */
@Path("/api/v1")
public final class StationsResource {

    private final ApiServices services;

    StationsResource(ApiServices services) {
        this.services = services;
    }

    /** Makes a station of the holder of the key of the DPoP proof. */
    @POST
    @Path("/stations")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Joins with a one-time code; the key of the DPoP proof is that of the station")
    @RequestBody(content = @Content(schema = @Schema(types = "object", description = "code")))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(types = "object")))
    public Response join(@Context ContainerRequestContext request, @Parameter(hidden = true) String text) {
        Call call = Call.of(request);
        Caller caller = Caller.none(call.id());
        try (Secret code = Secret.of(Body.parse(text).text("code"))) {
            DpopProof proof = services.proof(request, Optional.empty());
            Answer<Station> joined =
                    services.central().stations().join(caller, code, proof.thumbprint(), proof.publicKey());
            return switch (joined) {
                case Answer.Done<Station>(Station station) -> joined(station);
                case Answer.Failed<Station>(Problem problem) -> ProblemReply.of(problem, call);
                case Answer.Unclear<Station>(Problem problem) -> ProblemReply.unclear(problem, call);
            };
        } catch (RefusedException e) {
            return refused(caller, e, call);
        }
    }

    private static Response joined(Station station) {
        JsonObject body = new JsonObject();
        body.addProperty("station", station.id());
        body.addProperty("name", station.name());
        return Response.status(Response.Status.CREATED).entity(body.toString()).build();
    }

    private Response refused(Caller caller, RefusedException refusal, Call call) {
        services.central().stations().refuse(caller, refusal.problem());
        return ProblemReply.of(refusal.problem(), call);
    }
}
