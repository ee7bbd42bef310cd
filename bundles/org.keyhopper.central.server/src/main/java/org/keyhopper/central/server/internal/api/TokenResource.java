package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonObject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.server.internal.token.AccessTokens;
import org.keyhopper.central.server.internal.token.DpopProof;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.central.signin.StationSignIns.SignedInAtStation;
import org.keyhopper.central.station.Station;

/** Access tokens for stations, for operators who signed in at them, and for API clients. */
@Path("/api/v1/token")
public final class TokenResource {

    private static final Pattern PROGRAM = Pattern.compile("Keyhopper/([0-9A-Za-z.]{1,40})");
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ApiServices services;

    TokenResource(ApiServices services) {
        this.services = services;
    }

    /** The parameters (RFC 6749, RFC 7523, RFC 7636). */
    public static final class Form {

        @FormParam("grant_type")
        private String grant;

        @FormParam("client_assertion_type")
        private String type;

        @FormParam("client_assertion")
        private String assertion;

        @FormParam("code")
        private String code;

        @FormParam("redirect_uri")
        private String redirect;

        @FormParam("code_verifier")
        private String verifier;

        @FormParam("refresh_token")
        private String refresh;
    }

    /** Issues a token that is bound to the key of the DPoP proof, which is that of the assertion as well. */
    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Issues an access token (RFC 6749) for a client assertion (RFC 7523), bound to the key of the"
                    + " proof")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public Response token(@Context ContainerRequestContext request, @BeanParam Form form) {
        Call call = Call.of(request);
        if (form.grant == null || !ASSERTION_TYPE.equals(form.type) || form.assertion == null) {
            throw new BadCallException("grant_type, client_assertion_type, client_assertion");
        }
        try {
            DpopProof proof = services.proof(request, Optional.empty());
            Station station = services.assertions().verify(form.assertion, services.url(request), proof);
            services.central().stations().contacted(station, version(request));
            return switch (form.grant) {
                case "client_credentials" -> ofStation(station, call);
                case "authorization_code" -> redeemed(request, station, form, call);
                case "refresh_token" -> refreshed(request, station, form, call);
                default -> throw new BadCallException("grant_type");
            };
        } catch (RefusedException e) {
            services.central().stations().refuse(Caller.none(call.id()), e.problem());
            return ProblemReply.of(e.problem(), call);
        }
    }

    /** Returns the version that the program of a station names in its User-Agent; empty if it names none. */
    private static String version(ContainerRequestContext request) {
        String agent = request.getHeaderString(HttpHeaders.USER_AGENT);
        Matcher named = PROGRAM.matcher(agent == null ? "" : agent);
        return named.matches() ? named.group(1) : "";
    }

    private Response ofStation(Station station, Call call) {
        services.central().store().write(in -> in.audit()
                .append(AuditEvent.done(station.caller(call.id()), AuditAction.TOKEN_ISSUED, "")));
        return issued(services.tokens().issue(station), Optional.empty());
    }

    private Response redeemed(ContainerRequestContext request, Station station, Form form, Call call) {
        if (form.code == null || form.redirect == null || form.verifier == null) {
            throw new BadCallException("code, redirect_uri, code_verifier");
        }
        Answer<SignedInAtStation> redeemed =
                services.central().stationSignIns().redeem(call.id(), station, form.code, form.redirect, form.verifier);
        return Reply.of(
                request,
                redeemed,
                signedIn -> issued(
                        services.tokens().issueFor(signedIn.operator(), station),
                        Optional.of(signedIn.refreshToken())));
    }

    private Response refreshed(ContainerRequestContext request, Station station, Form form, Call call) {
        if (form.refresh == null) {
            throw new BadCallException("refresh_token");
        }
        return Reply.of(
                request,
                services.central().stationSignIns().refresh(call.id(), station, form.refresh),
                operator -> issued(services.tokens().issueFor(operator, station), Optional.empty()));
    }

    private static Response issued(String token, Optional<String> refresh) {
        JsonObject body = new JsonObject();
        body.addProperty("access_token", token);
        body.addProperty("token_type", "DPoP");
        body.addProperty("expires_in", AccessTokens.LIFE.toSeconds());
        refresh.ifPresent(value -> body.addProperty("refresh_token", value));
        return Response.ok(body.toString()).build();
    }
}
