package org.keyhopper.central.portal.internal.request;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.glassfish.jersey.server.ChunkedOutput;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.portal.internal.frame.Frame;

/** The events of a request. */
@Path("/requests/{request}/events")
public final class EventsPage {

    private static final int UNAVAILABLE = 503;

    private final Frame frame;
    private final RequestRows requests;
    private final LiveView live;
    private final LiveEvents events;
    private final PageTemplates templates;

    public EventsPage(Frame frame, RequestRows requests, LiveView live, LiveEvents events, PageTemplates templates) {
        this.frame = frame;
        this.requests = requests;
        this.live = live;
        this.events = events;
        this.templates = templates;
    }

    /** What is the same for all who see a request in one language. */
    private record Shown(String request, Locale locale) {}

    @GET
    public Response events(@Context ContainerRequestContext context, @PathParam("request") String id) {
        Caller caller = frame.caller(context);
        Locale locale = frame.locale(context);
        return frame.answered(context, requests.find(caller, id), row -> {
            if (!events.hasRoom()) {
                return Response.status(UNAVAILABLE).header("Retry-After", "10").build();
            }
            ChunkedOutput<String> out = new ChunkedOutput<>(String.class);
            events.send(out, new Shown(row.id(), locale), () -> part(caller, row.id(), locale));
            return Response.ok(out, "text/event-stream; charset=utf-8")
                    // nginx would collect the events until its buffer is full.
                    .header("X-Accel-Buffering", "no")
                    .build();
        });
    }

    private Optional<String> part(Caller caller, String request, Locale locale) {
        return requests.find(caller, request)
                .flatMap(row -> live.show(caller, row, locale))
                .map(values -> templates.render("live", locale, values))
                .result();
    }
}
