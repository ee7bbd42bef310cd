package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keyhopper.central.server.internal.audit.AuditTrailOutlets;

/** Whether the server and its database work. */
@Path("/health")
public final class HealthResource {

    private final ApiServices services;

    HealthResource(ApiServices services) {
        this.services = services;
    }

    /** A sink that is down stops nothing, so that the server is up all the same. */
    private JsonObject audit() {
        AuditTrailOutlets outlets = services.records().audit();
        JsonArray sinks = new JsonArray();
        outlets.sinks().forEach(sink -> {
            JsonObject one = new JsonObject();
            one.addProperty("sink", sink.sink());
            one.addProperty("status", sink.problem().isEmpty() ? "UP" : "DOWN");
            one.addProperty("behind", sink.behind());
            sinks.add(one);
        });
        JsonObject audit = new JsonObject();
        audit.addProperty("checkpoints", outlets.checkpointProblem().isEmpty() ? "UP" : "DOWN");
        audit.add("sinks", sinks);
        return audit;
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
        body.add("audit", audit());
        return body.toString();
    }
}
