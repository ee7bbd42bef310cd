package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.server.internal.model.AuditPage;
import org.keyhopper.central.server.internal.model.DevicePage;
import org.keyhopper.core.inventory.InventoryEntry;

/** The inventory and the audit trail. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordsResource {

    private final ApiServices services;

    RecordsResource(ApiServices services) {
        this.services = services;
    }

    @GET
    @Path("/inventory")
    @Operation(summary = "Lists the devices that were provisioned")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DevicePage.class)))
    public Response inventory(
            @Context ContainerRequestContext context,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return Reply.of(
                context,
                services.central().inventory().list(Call.caller(context), Given.cursor(cursor), Given.limit(limit)),
                (Page<InventoryEntry> page) -> Reply.json(
                        new DevicePage(page.items().stream().map(Bodies::of).toList(), Bodies.next(page))));
    }

    @GET
    @Path("/audit")
    @Operation(summary = "Lists the audit trail")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response audit(
            @Context ContainerRequestContext context,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return Reply.of(
                context,
                services.central().auditTrail().list(Call.caller(context), Given.cursor(cursor), Given.limit(limit)),
                (Page<AuditEntry> page) -> Reply.json(
                        new AuditPage(page.items().stream().map(Bodies::of).toList(), Bodies.next(page))));
    }
}
