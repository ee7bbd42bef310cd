package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.keyhopper.central.server.internal.api.OpenToAll;

/**
 * The update site of the stations: the folder {@code updates} in that of the packages. It needs no sign-in, since its content is
 * signed and the same for everyone.
 */
@jakarta.ws.rs.Path("/updates")
public final class UpdateSite {

    private final Optional<Path> folder;

    /** @param downloads the folder of the packages, if there is one */
    UpdateSite(Optional<Path> downloads) {
        folder = downloads.map(it -> it.resolve("updates"));
    }

    /** Returns a file of the site, of which an update reads hundreds; 404 for what is outside of it, also by a link. */
    @GET
    @jakarta.ws.rs.Path("/{file:.+}")
    @OpenToAll(limited = false)
    public Response file(@PathParam("file") String file) {
        Path found = folder.flatMap(it -> inside(it, file)).orElseThrow(NotFoundException::new);
        return Response.ok(found.toFile(), MediaType.APPLICATION_OCTET_STREAM).build();
    }

    private static Optional<Path> inside(Path folder, String file) {
        try {
            Path root = folder.toRealPath();
            Path found = root.resolve(file).toRealPath();
            return found.startsWith(root) && Files.isRegularFile(found) ? Optional.of(found) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            // There is no such file.
            return Optional.empty();
        }
    }
}
