package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonObject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keyhopper.central.server.internal.health.Health;
import org.keyhopper.central.server.internal.health.HealthReport;

/** Whether this instance works. Details are for the loopback listener. */
@Path("/health")
public final class HealthResource {

    private final Health health;

    HealthResource(Health health) {
        this.health = health;
    }

    /** Answers with the state and the parts that need attention: 200 while calls are carried out, else 503. */
    @GET
    @OpenToAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows whether the server and its database work")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public Response health() {
        HealthReport report = health.report();
        return reply(report, report.brief());
    }

    /** Answers with 200 while a load balancer should send calls here, else 503. */
    @GET
    @Path("/ready")
    @OpenToAll
    @Produces(MediaType.APPLICATION_JSON)
    public Response ready() {
        HealthReport report = health.report();
        JsonObject body = new JsonObject();
        body.addProperty("status", report.state().name());
        return reply(report, body);
    }

    /** Answers with 200 while the process can answer; the database is not asked. */
    @GET
    @Path("/live")
    @OpenToAll
    @Produces(MediaType.APPLICATION_JSON)
    public String live() {
        JsonObject body = new JsonObject();
        body.addProperty("status", HealthReport.State.UP.name());
        return body.toString();
    }

    private static Response reply(HealthReport report, JsonObject body) {
        int status = report.isReady()
                ? Response.Status.OK.getStatusCode()
                : Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
        return Response.status(status).entity(body.toString()).build();
    }
}
