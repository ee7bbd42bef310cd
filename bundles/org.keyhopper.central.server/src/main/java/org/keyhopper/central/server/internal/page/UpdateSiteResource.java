package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.keyhopper.central.portal.UpdateSite;
import org.keyhopper.central.server.internal.api.OpenToAll;

/** The files of the update site. Stations fetch them without an operator; what they install is verified by its signed list. */
@Path(UpdateSite.PATH)
public final class UpdateSiteResource {

    private final UpdateSite site;

    UpdateSiteResource(UpdateSite site) {
        this.site = site;
    }

    /** An update reads hundreds of files. */
    @GET
    @Path("/{path: .+}")
    @OpenToAll(limited = false)
    public Response file(@PathParam("path") String path) throws IOException {
        java.nio.file.Path file = site.find(path).orElseThrow(NotFoundException::new);
        InputStream content = Files.newInputStream(file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        StreamingOutput stream = out -> {
            try (content) {
                content.transferTo(out);
            }
        };
        return Response.ok(stream, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, Files.size(file))
                .build();
    }
}
