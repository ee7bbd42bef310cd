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
    @Operation(summary = "Shows whether the server and its database work")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(types = "object")))
    public String health() {
        JsonObject body = new JsonObject();
        body.addProperty("status", "UP");
        body.addProperty(
                "time", services.central().store().write(in -> in.now()).toString());
        return body.toString();
    }
}
