package org.keyhopper.central.server.internal.page;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.server.internal.api.Call;

/** Shows a browser as a page what a program gets as a problem in JSON: calls that were refused before they reached a page. */
public final class ProblemPages implements ContainerResponseFilter {

    private final PageTemplates templates;

    ProblemPages(PageTemplates templates) {
        this.templates = templates;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isProblem = response.getMediaType() != null
                && response.getMediaType().toString().startsWith("application/problem+json")
                && response.getEntity() instanceof String;
        if (!isProblem || request.getUriInfo().getPath().startsWith("api/") || !isBrowser(request)) {
            return;
        }
        JsonObject problem =
                JsonParser.parseString((String) response.getEntity()).getAsJsonObject();
        Call call = Call.of(request);
        Map<String, Object> values = Map.of(
                "title", problem.get("title").getAsString(),
                "detail", problem.get("detail").getAsString(),
                "call", call.id());
        response.setEntity(
                templates.plain("error", call.locale(), values),
                response.getEntityAnnotations(),
                MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
    }

    private static boolean isBrowser(ContainerRequestContext request) {
        String accepted = request.getHeaderString("Accept");
        return accepted != null && accepted.contains(MediaType.TEXT_HTML);
    }
}
