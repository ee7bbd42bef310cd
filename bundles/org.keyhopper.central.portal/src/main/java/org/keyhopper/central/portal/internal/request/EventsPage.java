package org.keyhopper.central.portal.internal.request;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.glassfish.jersey.server.ChunkedOutput;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.portal.internal.frame.Frame;

/** The events of a request. The part that is sent is read once a second, however many browsers show it. */
@Path("/requests/{request}/events")
public final class EventsPage {

    private static final long FRESH_NANOS = Duration.ofMillis(900).toNanos();
    private static final int UNAVAILABLE = 503;

    private final Frame frame;
    private final RequestRows requests;
    private final LiveView live;
    private final LiveEvents events;
    private final PageTemplates templates;
    private final Map<Shown, Part> parts = new ConcurrentHashMap<>();

    public EventsPage(Frame frame, RequestRows requests, LiveView live, LiveEvents events, PageTemplates templates) {
        this.frame = frame;
        this.requests = requests;
        this.live = live;
        this.events = events;
        this.templates = templates;
    }

    /** What is the same for all who see a request in one language. */
    private record Shown(String request, Locale locale) {}

    /** The part as it was read last. Guarded by its lock, which a virtual thread waits for without a thread of the system. */
    private static final class Part {

        private final Lock lock = new ReentrantLock();
        private Optional<String> text = Optional.empty();
        private long read;
        private boolean isRead;
    }

    @GET
    public Response events(@Context ContainerRequestContext context, @PathParam("request") String id) {
        Caller caller = frame.caller(context);
        Locale locale = frame.locale(context);
        return frame.answered(context, requests.find(caller, id), row -> {
            if (!events.hasRoom()) {
                return Response.status(UNAVAILABLE).header("Retry-After", "10").build();
            }
            ChunkedOutput<String> out = new ChunkedOutput<>(String.class);
            events.send(out, () -> part(new Shown(row.id(), locale), caller));
            return Response.ok(out, "text/event-stream; charset=utf-8")
                    // nginx would collect the events until its buffer is full.
                    .header("X-Accel-Buffering", "no")
                    .build();
        });
    }

    private Optional<String> part(Shown shown, Caller caller) {
        Part part = parts.computeIfAbsent(shown, it -> new Part());
        part.lock.lock();
        try {
            if (!part.isRead || System.nanoTime() - part.read > FRESH_NANOS) {
                part.text = requests.find(caller, shown.request())
                        .flatMap(row -> live.show(caller, row, shown.locale()))
                        .map(values -> templates.render("live", shown.locale(), values))
                        .result();
                part.isRead = true;
                part.read = System.nanoTime();
            }
            return part.text;
        } finally {
            part.lock.unlock();
            if (part.text.isEmpty()) {
                parts.remove(shown);
            }
        }
    }
}
