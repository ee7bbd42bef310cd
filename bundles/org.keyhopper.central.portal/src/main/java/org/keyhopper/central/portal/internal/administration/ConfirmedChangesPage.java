package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.central.Central;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.directory.ConfirmedChanges;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;

/** Which obstacles a connector may remove by changing its directory, for all people. */
@Path("/directories/changes")
@Produces(MediaType.TEXT_HTML)
public final class ConfirmedChangesPage {

    private static final int LONGEST = 5_000;
    private static final int MOST = 50;

    private final Frame frame;
    private final ConfiguredDirectories directories;

    public ConfirmedChangesPage(Frame frame, Central central) {
        this.frame = frame;
        directories = central.configuredDirectories();
    }

    @GET
    public Response show(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        return frame.answered(
                context,
                directories.confirmedChanges(frame.caller(context), FormFields.name("name", name)),
                changes -> frame.page(
                        context,
                        Section.DIRECTORIES,
                        "directory-changes",
                        Map.of(
                                "name", changes.directory(),
                                "version", changes.version(),
                                "obstacles",
                                        changes.obstacles().stream().sorted().collect(Collectors.joining("\n")))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @Context ContainerRequestContext context,
            @FormParam("name") String name,
            @FormParam("obstacles") String obstacles,
            @FormParam("version") String version) {
        ConfirmedChanges changes = new ConfirmedChanges(
                FormFields.name("name", name), codes(obstacles == null ? "" : obstacles), FormFields.version(version));
        return frame.answered(
                context,
                directories.confirm(frame.caller(context), changes),
                stored -> Frame.done("/directories", "saved"));
    }

    /** Each line has the code of a problem. */
    private static Set<String> codes(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST))
                .lines()
                .filter(line -> !line.isBlank())
                .limit(MOST)
                .map(line -> FormFields.name("obstacles", line))
                .collect(Collectors.toSet());
    }
}
