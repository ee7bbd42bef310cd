package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the server and its database work. */
@Path("/health")
public final class HealthResource {

    private final ApiServices services;

    HealthResource(ApiServices services) {
        this.services = services;
    }

    /** Answers with 200 when the database answers. */
    @GET
    @OpenToAll
    @Produces(MediaType.APPLICATION_JSON)
    public String health() {
        JsonObject body = new JsonObject();
        body.addProperty("status", "UP");
        body.addProperty(
                "time", services.central().store().write(in -> in.now()).toString());
        return body.toString();
    }
}
