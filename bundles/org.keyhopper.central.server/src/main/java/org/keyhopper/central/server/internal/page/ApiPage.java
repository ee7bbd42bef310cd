package org.keyhopper.central.server.internal.page;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keyhopper.central.portal.Assets;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.server.internal.api.Call;
import org.keyhopper.central.server.internal.api.OpenToAll;

/** The OpenAPI document and a page that shows it, and the assets of all pages. */
@Path("/")
public final class ApiPage {

    private final PageTemplates templates;
    private final String document;

    ApiPage(PageTemplates templates) {
        this.templates = templates;
        document = resource("/openapi.json");
    }

    /** A route of the API. */
    public record Route(String method, String path, String summary) {}

    /** Returns the document (OpenAPI 3.1). */
    @GET
    @Path("/api/v1/openapi.json")
    @OpenToAll
    @Produces(MediaType.APPLICATION_JSON)
    public String document() {
        return document;
    }

    /** Shows the routes of the document. */
    @GET
    @Path("/api-description")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    public String show(@Context ContainerRequestContext context) {
        return templates.plain("api", Call.of(context).locale(), Map.of("routes", routes()));
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        JsonObject paths = JsonParser.parseString(document).getAsJsonObject().getAsJsonObject("paths");
        paths.entrySet()
                .forEach(path -> path.getValue().getAsJsonObject().entrySet().forEach(method -> {
                    JsonObject operation = method.getValue().getAsJsonObject();
                    String summary =
                            operation.has("summary") ? operation.get("summary").getAsString() : "";
                    routes.add(new Route(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), summary));
                }));
        return routes;
    }

    /** Returns a style, script or picture of the pages. Its path changes with its content, so it may be kept. */
    @GET
    @Path("/assets/{version}/{name}")
    @OpenToAll
    public Response asset(@PathParam("name") String name) {
        return Assets.find(name)
                .map(asset -> Response.ok(asset.content(), asset.type())
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                        .build())
                .orElseThrow(NotFoundException::new);
    }

    private static String resource(String name) {
        try (InputStream in = ApiPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
