package org.keyhopper.central.portal.internal.request;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;

/** The list of requests. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
public final class RequestsPage {

    private final Frame frame;
    private final RequestRows requests;

    public RequestsPage(Frame frame, RequestRows requests) {
        this.frame = frame;
        this.requests = requests;
    }

    @GET
    public Response list(
            @Context ContainerRequestContext context,
            @QueryParam("q") String text,
            @QueryParam("show") String filter,
            @QueryParam("sort") String sort,
            @QueryParam("order") String direction,
            @QueryParam("page") Integer page) {
        Caller caller = frame.caller(context);
        RequestQuery query = RequestQuery.of(text, filter, sort, direction, page);
        return frame.answered(
                context,
                requests.all(caller),
                (List<RequestRow> all) ->
                        frame.page(context, Section.PROVISIONING, "requests", values(caller, query, all)));
    }

    private Map<String, Object> values(Caller caller, RequestQuery query, List<RequestRow> all) {
        Map<String, Object> values = new HashMap<>();
        values.put("query", query);
        values.put("result", query.select(all, requests.withPerson(caller, query.text())));
        values.put("noRequests", all.isEmpty());
        values.put("mayCreate", caller.lacksEverywhere(Privilege.CREATE_REQUEST).isEmpty());
        return values;
    }
}
