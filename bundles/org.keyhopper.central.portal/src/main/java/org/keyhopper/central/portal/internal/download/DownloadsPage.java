package org.keyhopper.central.portal.internal.download;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.UpdateSite;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;

/** The packages that this Central offers, with their checksums. */
@Path("/downloads")
@Produces(MediaType.TEXT_HTML)
public final class DownloadsPage {

    private final Frame frame;
    private final DownloadFolder folder;
    private final UpdateSite site;
    private final String siteAddress;

    public DownloadsPage(Frame frame, DownloadFolder folder, UpdateSite site, String publicUrl) {
        this.frame = frame;
        this.folder = folder;
        this.site = site;
        siteAddress = publicUrl + UpdateSite.PATH;
    }

    /** A reply that reads the folder. */
    private interface Reading {
        Response reply() throws IOException;
    }

    private Response ifPermitted(ContainerRequestContext context, Reading reading) {
        return frame.lacks(context, Privilege.DOWNLOAD_SOFTWARE)
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(() -> {
                    try {
                        return reading.reply();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @GET
    public Response show(@Context ContainerRequestContext context) {
        return ifPermitted(context, () -> {
            List<DownloadFile> files = folder.list();
            return frame.page(
                    context,
                    Section.DOWNLOADS,
                    "downloads",
                    Map.of(
                            "site",
                            site.isPresent() ? siteAddress : "",
                            "application",
                            files.stream()
                                    .filter(file -> file.kind().compareTo(DownloadFile.Kind.SDK) < 0)
                                    .toList(),
                            "others",
                            files.stream()
                                    .filter(file -> file.kind().compareTo(DownloadFile.Kind.SDK) >= 0)
                                    .toList()));
        });
    }

    /** Returns the checksums in the form that {@code sha256sum --check} reads. */
    @GET
    @Path("/" + DownloadFolder.CHECKSUMS)
    public Response checksums(@Context ContainerRequestContext context) {
        return ifPermitted(context, () -> {
            String lines = folder.list().stream()
                    .filter(file -> !file.damaged())
                    .map(file -> file.sha256() + "  " + file.name() + "\n")
                    .collect(Collectors.joining());
            return attachment(DownloadFolder.CHECKSUMS, lines, "text/plain; charset=utf-8")
                    .build();
        });
    }

    @GET
    @Path("/{name}")
    public Response file(@Context ContainerRequestContext context, @PathParam("name") String name) {
        return ifPermitted(context, () -> {
            DownloadFile file = folder.find(name).orElseThrow(NotFoundException::new);
            InputStream content = folder.open(file).orElseThrow(NotFoundException::new);
            StreamingOutput stream = out -> {
                try (content) {
                    content.transferTo(out);
                }
            };
            return attachment(file.name(), stream, MediaType.APPLICATION_OCTET_STREAM)
                    .header(HttpHeaders.CONTENT_LENGTH, file.size())
                    .build();
        });
    }

    private static Response.ResponseBuilder attachment(String name, Object content, String type) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
