package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keyhopper.central.licence.LicenceStatus;

/** The licence: what it says, what is used, and when it ends. */
@Path("/api/v1/licence")
@Produces(MediaType.APPLICATION_JSON)
public final class LicenceResource {

    private final ApiServices services;

    LicenceResource(ApiServices services) {
        this.services = services;
    }

    /** Returns the licence; its holder and end are shown to everyone who signed in. */
    @GET
    public Response show(@Context ContainerRequestContext context) {
        LicenceStatus status = services.records().licensing().status();
        return Response.ok(LicenceJson.of(status, Call.of(context).locale()).toString())
                .build();
    }
}
