package org.keyhopper.central.server.internal.api;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keyhopper.central.records.PersonalData;

/** The records of one person. The account is in the body, so that no log of addresses has it. */
@Path("/api/v1/people")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {

    private final PersonalData people;

    PeopleResource(ApiServices services) {
        people = services.central().personalData();
    }

    /** Returns all records of a person. */
    @POST
    @Path("/export")
    public Response export(@Context ContainerRequestContext context, String text) {
        Body body = Body.parse(text);
        return Reply.of(
                context,
                people.export(Call.caller(context), body.text("directory"), body.text("account")),
                records -> Response.ok(new Gson().toJson(records)).build());
    }

    /** Removes a person from all records. */
    @POST
    @Path("/erasure")
    public Response erase(@Context ContainerRequestContext context, String text) {
        Body body = Body.parse(text);
        return Reply.of(
                context,
                people.erase(Call.caller(context), body.text("directory"), body.text("account")),
                (Integer changed) -> {
                    JsonObject answer = new JsonObject();
                    answer.addProperty("records", changed);
                    return Response.ok(answer.toString()).build();
                });
    }
}
