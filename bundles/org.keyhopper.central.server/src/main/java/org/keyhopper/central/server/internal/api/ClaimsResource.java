package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonObject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;

/** The calls of a station for one recipient; the number of the claim is in the path. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ClaimsResource {

    private final ApiServices services;
    private final Enrolments enrolments;

    ClaimsResource(ApiServices services) {
        this.services = services;
        enrolments = services.central().enrolments();
    }

    /** Claims the next recipient; 204 when there is no one left now. */
    @POST
    @Path("/requests/{request}/claims")
    @Operation(summary = "Claims the next recipient of a request; 204 when no one is left now")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            types = "object",
                                            description = "device: AAGUID, model and options; optional")))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(types = "object")))
    public Response claim(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key,
            @Parameter(hidden = true) String text) {
        Body body = Body.parse(text);
        ClaimOrder order = new ClaimOrder(Given.key(key), body.shortText("printer", Given.NAME), body.device());
        RequestId id = RequestsResource.id(request);
        Locale locale = Call.of(context).locale();
        return Reply.of(
                context,
                enrolments.claim(Call.caller(context), id, order),
                (Optional<ClaimedRecipient> claimed) -> claimed.isPresent()
                        ? Response.status(Response.Status.CREATED)
                                .entity(EnrolmentJson.of(claimed.get(), locale).toString())
                                .build()
                        : Response.noContent().build());
    }

    /** Extends the claim. */
    @POST
    @Path("/claims/{claim}/renewal")
    @Operation(summary = "Extends a claim")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public Response renew(@Context ContainerRequestContext context, @PathParam("claim") long claim) {
        return Reply.of(context, enrolments.renew(Call.caller(context), claim), (Instant expires) -> {
            JsonObject body = new JsonObject();
            body.addProperty("expires", expires.toString());
            return Response.ok(body.toString()).build();
        });
    }

    /** Begins the enrolment: options for the device, and the client data of the proof. A sealed PIN is kept before. */
    @POST
    @Path("/claims/{claim}/enrolment")
    @Operation(summary = "Begins the enrolment, and keeps the sealed PIN that the device is going to get")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            types = "object",
                                            description = "device: AAGUID, model and options; sealedPin and forPickUp:"
                                                    + " optional")))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public Response begin(
            @Context ContainerRequestContext context,
            @PathParam("claim") long claim,
            @Parameter(hidden = true) String text) {
        Body body = Body.parse(text);
        DeviceReport device = body.device().orElseThrow(() -> new BadCallException("device"));
        Optional<byte[]> pin = body.optionalBytes("sealedPin");
        Answer<Boolean> kept = pin.isEmpty()
                ? Answer.done(false)
                : services.records()
                        .escrow()
                        .keep(
                                Call.caller(context),
                                services.stationKey(context),
                                claim,
                                pin.get(),
                                body.optionalBytes("forPickUp"));
        Answer<JsonObject> begun = kept.flatMap(isKept ->
                enrolments.begin(Call.caller(context), claim, device).map(it -> EnrolmentJson.of(it, isKept)));
        return Reply.of(context, begun, it -> Response.ok(it.toString()).build());
    }

    /** Submits the registration. Before that, the PIN is confirmed that the device has accepted. */
    @POST
    @Path("/claims/{claim}/registration")
    @Operation(summary = "Submits the registration, and confirms the sealed PIN if the device has accepted it")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            types = "object",
                                            description = "credentialId, clientDataJSON, attestationObject, transports,"
                                                    + " passkeyName; pinAccepted: optional")))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public Response register(
            @Context ContainerRequestContext context,
            @PathParam("claim") long claim,
            @Parameter(hidden = true) String text) {
        Body body = Body.parse(text);
        NewCredential credential = new NewCredential(
                credentialId(body),
                body.bytes("clientDataJSON"),
                body.bytes("attestationObject"),
                body.texts("transports"));
        String name = body.text("passkeyName");
        // A PIN that cannot be confirmed does not keep a registration back; the station sees that it was not.
        boolean confirmed = body.flag("pinAccepted")
                && services.records().escrow().confirm(Call.caller(context), claim) instanceof Answer.Done<Boolean>;
        return Reply.of(context, enrolments.register(Call.caller(context), claim, credential, name), passkey -> {
            JsonObject answer = new JsonObject();
            answer.addProperty("passkey", passkey);
            answer.addProperty("pinConfirmed", confirmed);
            return Response.ok(answer.toString()).build();
        });
    }

    /** Submits the proof. */
    @POST
    @Path("/claims/{claim}/proof")
    @Operation(summary = "Submits the proof")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            types = "object",
                                            description = "credentialId, authenticatorData, signature")))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public Response prove(
            @Context ContainerRequestContext context,
            @PathParam("claim") long claim,
            @Parameter(hidden = true) String text) {
        Body body = Body.parse(text);
        Assertion assertion = new Assertion(body.bytes("authenticatorData"), body.bytes("signature"));
        return outcome(context, enrolments.prove(Call.caller(context), claim, credentialId(body), assertion));
    }

    /** Gives the claim back. */
    @POST
    @Path("/claims/{claim}/release")
    @Operation(summary = "Gives the claim back")
    @RequestBody(content = @Content(schema = @Schema(types = "object", description = "reason, skip, deviceClean")))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public Response release(
            @Context ContainerRequestContext context,
            @PathParam("claim") long claim,
            @Parameter(hidden = true) String text) {
        Body body = Body.parse(text);
        ReleaseOrder order =
                new ReleaseOrder(body.optionalText("reason").orElse(""), body.flag("skip"), body.flag("deviceClean"));
        return outcome(context, enrolments.release(Call.caller(context), claim, order));
    }

    private static CredentialId credentialId(Body body) {
        try {
            return CredentialId.of(body.bytes("credentialId"));
        } catch (IllegalArgumentException e) {
            throw new BadCallException("credentialId");
        }
    }

    private static Response outcome(ContainerRequestContext context, Answer<Outcome> answer) {
        return Reply.of(context, answer, outcome -> {
            JsonObject body = new JsonObject();
            body.addProperty("outcome", outcome.name());
            return Response.ok(body.toString()).build();
        });
    }
}
