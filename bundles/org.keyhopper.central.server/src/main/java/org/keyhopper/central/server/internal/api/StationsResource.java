package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonObject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.server.internal.token.AccessTokens;
import org.keyhopper.central.server.internal.token.DpopProof;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.central.station.Station;

/** Joining with a one-time code, and access tokens for stations that joined. */
@Path("/api/v1")
public final class StationsResource {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

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
    @RequestBody(content = @Content(schema = @Schema(type = "object", description = "code")))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(type = "object")))
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

    /** Issues an access token (RFC 6749 section 4.4 with private_key_jwt), bound to the key of the DPoP proof. */
    @POST
    @Path("/token")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Issues an access token (RFC 6749) for a client assertion (RFC 7523), bound to the key of the proof")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response token(
            @Context ContainerRequestContext request,
            @FormParam("grant_type") String grant,
            @FormParam("client_assertion_type") String type,
            @FormParam("client_assertion") String assertion) {
        Call call = Call.of(request);
        if (!"client_credentials".equals(grant) || !ASSERTION_TYPE.equals(type) || assertion == null) {
            throw new BadCallException("grant_type, client_assertion_type, client_assertion");
        }
        try {
            DpopProof proof = services.proof(request, Optional.empty());
            Station station = services.assertions().verify(assertion, services.url(request), proof);
            Caller caller = station.caller(call.id());
            services.central().store().write(in -> in.audit()
                    .append(AuditEvent.done(caller, AuditAction.TOKEN_ISSUED, "")));
            return issued(station);
        } catch (RefusedException e) {
            return refused(Caller.none(call.id()), e, call);
        }
    }

    private Response issued(Station station) {
        JsonObject body = new JsonObject();
        body.addProperty("access_token", services.tokens().issue(station));
        body.addProperty("token_type", "DPoP");
        body.addProperty("expires_in", AccessTokens.LIFE.toSeconds());
        return Response.ok(body.toString()).build();
    }

    private Response refused(Caller caller, RefusedException refusal, Call call) {
        services.central().stations().refuse(caller, refusal.problem());
        return ProblemReply.of(refusal.problem(), call);
    }
}
