package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The routes of the pages about one kind of callers that join Central with a code. */
public abstract class RegisteredClientRoutes {

    private final StationsPage pages;

    RegisteredClientRoutes(StationsPage pages) {
        this.pages = pages;
    }

    @GET
    public Response list(@Context ContainerRequestContext context, @QueryParam("after") String after) {
        return pages.list(context, after);
    }

    @GET
    @Path("/new")
    public Response begin(@Context ContainerRequestContext context) {
        return pages.begin(context);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(@Context ContainerRequestContext context, MultivaluedMap<String, String> form) {
        return pages.issue(context, form);
    }

    @GET
    @Path("/{id}/revoke")
    public Response askRevoke(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return pages.askRevoke(context, id);
    }

    @POST
    @Path("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @FormParam("version") String version) {
        return pages.revoke(context, id, version);
    }
}
