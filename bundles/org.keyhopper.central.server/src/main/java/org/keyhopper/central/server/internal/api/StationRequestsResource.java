package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.station.Stations;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.documents.ProfileJson;

/** What a joined station reads: requests with profile, recipients and outcomes; and how it leaves. */
@Path("/api/v1/station")
@Produces(MediaType.APPLICATION_JSON)
public final class StationRequestsResource {

    private final Stations stations;

    StationRequestsResource(ApiServices services) {
        stations = services.central().stations();
    }

    /** Returns the requests that the station may see, newest first. */
    @GET
    @Path("/requests")
    public Response list(@Context ContainerRequestContext context) {
        JsonArray requests = new JsonArray();
        stations.requests(Call.caller(context)).forEach(request -> requests.add(json(request)));
        JsonObject body = new JsonObject();
        body.add("requests", requests);
        return Response.ok(body.toString()).build();
    }

    /** Returns one request. */
    @GET
    @Path("/requests/{request}")
    public Response request(@Context ContainerRequestContext context, @PathParam("request") String request) {
        RequestId id = new RequestId(request.toUpperCase(Locale.ROOT));
        return Reply.of(context, stations.request(Call.caller(context), id), found -> Response.ok(
                        json(found).toString())
                .build());
    }

    /** Ends the membership of the station. */
    @DELETE
    public Response leave(@Context ContainerRequestContext context) {
        return Reply.of(context, stations.leave(Call.caller(context)), left -> Response.noContent()
                .build());
    }

    private static JsonObject json(ProvisioningRequest request) {
        JsonArray recipients = new JsonArray();
        request.recipients().forEach(recipient -> recipients.add(json(recipient)));
        JsonObject object = new JsonObject();
        object.addProperty("id", request.id().value());
        object.addProperty("name", request.name());
        object.addProperty("directory", request.directory());
        object.addProperty("created", request.created().toString());
        JsonElement profile = JsonParser.parseString(ProfileJson.write(request.profile()));
        object.add("profile", profile);
        object.add("recipients", recipients);
        return object;
    }

    private static JsonObject json(RecipientState state) {
        Recipient recipient = state.recipient();
        JsonObject object = new JsonObject();
        object.addProperty("position", state.id().position());
        object.addProperty("user", recipient.user());
        object.addProperty("displayName", recipient.displayName());
        object.addProperty("email", recipient.email());
        object.addProperty("deviceName", recipient.deviceName());
        object.addProperty("userId", recipient.userId());
        object.addProperty("outcome", state.outcome().name());
        state.last().ifPresent(last -> object.add("last", json(last)));
        return object;
    }

    private static JsonObject json(OutcomeRecord last) {
        JsonObject object = new JsonObject();
        object.addProperty("outcome", last.outcome().name());
        object.addProperty("at", last.at().toString());
        last.problem().ifPresent(problem -> {
            JsonArray arguments = new JsonArray();
            problem.arguments().forEach(arguments::add);
            object.addProperty("reason", problem.code().id());
            object.add("arguments", arguments);
        });
        last.passkey().ifPresent(passkey -> object.add("passkey", json(passkey)));
        return object;
    }

    private static JsonObject json(MadePasskey passkey) {
        JsonObject object = new JsonObject();
        object.addProperty("credentialId", passkey.credentialId().base64Url());
        passkey.passkeyId().ifPresent(id -> object.addProperty("id", id));
        object.addProperty("aaguid", passkey.aaguid().toString());
        object.addProperty("name", passkey.deviceName());
        passkey.serial().ifPresent(serial -> object.addProperty("serial", serial));
        return object;
    }
}
