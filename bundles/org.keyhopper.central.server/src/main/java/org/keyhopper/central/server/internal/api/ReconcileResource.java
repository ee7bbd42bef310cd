package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.reconcile.ProofOrder;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.reconcile.Reconciliations;
import org.keyhopper.central.reconcile.UnclearRecipient;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Recipients whose outcome is not known: their list, and the calls that resolve them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ReconcileResource {

    private static final int LONGEST_KEY = 100;

    private final Reconciliations reconciliations;

    ReconcileResource(ApiServices services) {
        reconciliations = services.central().reconciliations();
    }

    /** Lists the unclear recipients with the evidence that is stored. */
    @GET
    @Path("/requests/{request}/unclear")
    public Response list(@Context ContainerRequestContext context, @PathParam("request") String request) {
        Locale locale = Call.of(context).locale();
        return Reply.of(
                context, reconciliations.list(Call.caller(context), id(request)), (List<UnclearRecipient> unclear) -> {
                    JsonArray array = new JsonArray();
                    unclear.forEach(one -> array.add(ReconcileJson.of(one, locale)));
                    JsonObject body = new JsonObject();
                    body.add("recipients", array);
                    return Response.ok(body.toString()).build();
                });
    }

    /** Searches the directory, and decides by the evidence. */
    @POST
    @Path("/requests/{request}/recipients/{position}/reconciliation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reconcile(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @PathParam("position") int position) {
        return result(context, reconciliations.reconcile(Call.caller(context), new RecipientId(id(request), position)));
    }

    /** Deletes a passkey that was found and whose device is not at hand. */
    @POST
    @Path("/requests/{request}/recipients/{position}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revoke(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @PathParam("position") int position,
            String text) {
        String passkey = Body.parse(text).text("passkey");
        RecipientId recipient = new RecipientId(id(request), position);
        return result(context, reconciliations.revoke(Call.caller(context), recipient, passkey));
    }

    /** Claims the recipient, so that its device proves the passkey at this station. */
    @POST
    @Path("/requests/{request}/recipients/{position}/proof-claim")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response claimForProof(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @PathParam("position") int position,
            @HeaderParam("Idempotency-Key") String key,
            String text) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            return ProblemReply.of(Problem.of(CentralProblem.IDEMPOTENCY_KEY_MISSING), Call.of(context));
        }
        Body body = Body.parse(text);
        ClaimOrder order = new ClaimOrder(key, body.shortText("printer", LONGEST_KEY), Optional.empty());
        return Reply.of(
                context,
                reconciliations.claimForProof(Call.caller(context), new RecipientId(id(request), position), order),
                (ProofOrder claimed) -> Response.status(Response.Status.CREATED)
                        .entity(ReconcileJson.of(claimed).toString())
                        .build());
    }

    private static RequestId id(String request) {
        return new RequestId(request.toUpperCase(Locale.ROOT));
    }

    private static Response result(ContainerRequestContext context, Answer<ReconcileResult> answer) {
        return Reply.of(
                context, answer, result -> Response.ok(ReconcileJson.of(result).toString())
                        .build());
    }
}
