package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.PinDelivery;

/** The escrow of initial PINs: sealed by stations, and released to the PIN office as they are. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class EscrowResource {

    private final ApiServices services;

    EscrowResource(ApiServices services) {
        this.services = services;
    }

    private Escrow escrow() {
        return services.records().escrow();
    }

    /** Returns the certificates to which stations seal PINs: that of the escrow and, while pick-up is on, that of the copy. */
    @GET
    @Path("/escrow-certificate")
    public Response certificate(@Context ContainerRequestContext context) {
        Optional<byte[]> certificate = escrow().certificate();
        if (certificate.isEmpty()) {
            return ProblemReply.of(Problem.of(CentralProblem.NO_ESCROW), Call.of(context));
        }
        JsonObject body = new JsonObject();
        body.addProperty("certificate", Base64.getEncoder().encodeToString(certificate.get()));
        escrow().pickUpCertificate()
                .ifPresent(it -> body.addProperty(
                        "pickUpCertificate", Base64.getEncoder().encodeToString(it)));
        return Response.ok(body.toString()).build();
    }

    /** Stores a sealed PIN, before the device gets it, and a copy that its person may pick up. */
    @POST
    @Path("/claims/{claim}/pin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(@Context ContainerRequestContext context, @PathParam("claim") long claim, String text) {
        Body body = Body.parse(text);
        byte[] sealed = body.bytes("sealed");
        Optional<byte[]> forPickUp = body.optionalBytes("forPickUp");
        String key = services.stationKey(context);
        return Reply.of(
                context, escrow().keep(Call.caller(context), key, claim, sealed, forPickUp), kept -> Response.ok("{}")
                        .build());
    }

    /** Records that the device has accepted the PIN. */
    @POST
    @Path("/claims/{claim}/pin/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response confirm(@Context ContainerRequestContext context, @PathParam("claim") long claim) {
        return Reply.of(context, escrow().confirm(Call.caller(context), claim), confirmed -> Response.ok("{}")
                .build());
    }

    /** Lists whose PINs are in escrow, and how far each is on its way to its person. */
    @GET
    @Path("/requests/{request}/pins")
    public Response list(@Context ContainerRequestContext context, @PathParam("request") String request) {
        RequestId id = new RequestId(request.toUpperCase(Locale.ROOT));
        return Reply.of(context, escrow().list(Call.caller(context), id), (List<SealedPin> pins) -> {
            JsonArray array = new JsonArray();
            pins.forEach(pin -> {
                JsonObject one = new JsonObject();
                one.addProperty("position", pin.recipient().position());
                one.addProperty("kept", pin.kept().toString());
                PinDelivery delivery = pin.delivery();
                one.addProperty("state", delivery.state().name());
                delivery.released().ifPresent(at -> one.addProperty("released", at.toString()));
                delivery.handedOver().ifPresent(at -> one.addProperty("handedOver", at.toString()));
                delivery.received().ifPresent(at -> one.addProperty("received", at.toString()));
                array.add(one);
            });
            JsonObject body = new JsonObject();
            body.add("pins", array);
            return Response.ok(body.toString()).build();
        });
    }

    /** Releases the sealed PIN of a person; that is recorded with the reason, which the body must have. */
    @POST
    @Path("/requests/{request}/recipients/{position}/pin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response release(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @PathParam("position") int position,
            String text) {
        String reason = Body.parse(text).optionalText("reason").orElse("");
        RecipientId recipient = new RecipientId(new RequestId(request.toUpperCase(Locale.ROOT)), position);
        return Reply.of(context, escrow().release(Call.caller(context), recipient, reason), pin -> {
            JsonObject body = new JsonObject();
            body.addProperty("sealed", Base64.getUrlEncoder().withoutPadding().encodeToString(pin.sealed()));
            body.addProperty("claim", pin.claim());
            body.addProperty("kept", pin.kept().toString());
            return Response.ok(body.toString()).build();
        });
    }
}
