package org.keyhopper.central.portal.internal.request;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.texts.ProblemTexts;

/** A request as it is now, its people, and the attempts for one of them. */
@Path("/requests/{request}")
@Produces(MediaType.TEXT_HTML)
public final class RequestPage {

    private static final int PEOPLE = 50;

    private final Frame frame;
    private final RequestRows requests;
    private final Central central;
    private final LiveView live;

    public RequestPage(Frame frame, RequestRows requests, Central central, LiveView live) {
        this.frame = frame;
        this.requests = requests;
        this.central = central;
        this.live = live;
    }

    @GET
    public Response show(@Context ContainerRequestContext context, @PathParam("request") String id) {
        Caller caller = frame.caller(context);
        return frame.answered(
                context,
                requests.find(caller, id),
                row -> frame.answered(context, live.show(caller, row, frame.locale(context)), shown -> {
                    Map<String, Object> values = new HashMap<>(shown);
                    values.put("profile", ProfileText.of(row.summary().request().profile(), frame.locale(context)));
                    values.put("profileName", profileName(caller, id));
                    values.put("creator", actor(context, row.summary().details().creator()));
                    values.put(
                            "approver",
                            row.summary()
                                    .details()
                                    .approver()
                                    .map(it -> actor(context, it))
                                    .orElse(""));
                    return frame.page(context, Section.PROVISIONING, "request", values);
                }));
    }

    private String profileName(Caller caller, String id) {
        return central.profiles()
                .usedFor(caller, RequestRows.id(id))
                .result()
                .flatMap(it -> it)
                .orElse("");
    }

    private String actor(ContainerRequestContext context, String actor) {
        return requests.names().of(actor, PageTexts.of(frame.locale(context)));
    }

    @GET
    @Path("/people")
    public Response people(
            @Context ContainerRequestContext context,
            @PathParam("request") String id,
            @QueryParam("outcome") String outcome,
            @QueryParam("q") String text,
            @QueryParam("after") String after) {
        Caller caller = frame.caller(context);
        Optional<Outcome> wanted = RequestQuery.constant(Outcome.values(), outcome);
        String searched = text == null ? "" : text.strip();
        return frame.answered(
                context,
                requests.find(caller, id),
                row -> frame.answered(
                        context,
                        central.requestProgress()
                                .people(
                                        caller,
                                        RequestRows.id(id),
                                        wanted,
                                        searched,
                                        Optional.ofNullable(after).filter(it -> !it.isEmpty()),
                                        PEOPLE),
                        (Page<RecipientState> page) -> {
                            ProblemTexts texts = ProblemTexts.in(frame.locale(context));
                            return frame.page(
                                    context,
                                    Section.PROVISIONING,
                                    "people",
                                    Map.of(
                                            "row", row,
                                            "people",
                                                    page.items().stream()
                                                            .map(each -> PersonRow.of(each, texts))
                                                            .toList(),
                                            "next", page.next().orElse(""),
                                            "outcomes", List.of(Outcome.values()),
                                            "outcome", wanted.map(Enum::name).orElse(""),
                                            "q", searched));
                        }));
    }

    @GET
    @Path("/people/{position}")
    public Response person(
            @Context ContainerRequestContext context,
            @PathParam("request") String id,
            @PathParam("position") int position) {
        Caller caller = frame.caller(context);
        RecipientId person = new RecipientId(RequestRows.id(id), position);
        ProblemTexts texts = ProblemTexts.in(frame.locale(context));
        return frame.answered(
                context,
                requests.find(caller, id),
                row -> frame.answered(
                        context,
                        central.requestProgress()
                                .people(
                                        caller,
                                        person.request(),
                                        Optional.empty(),
                                        "",
                                        Optional.of(Integer.toString(Math.max(0, position - 1))),
                                        1),
                        (Page<RecipientState> page) -> frame.answered(
                                context,
                                central.requestProgress().history(caller, person),
                                (List<OutcomeRecord> history) ->
                                        person(context, row, page, history, texts, position))));
    }

    private Response person(
            ContainerRequestContext context,
            RequestRow row,
            Page<RecipientState> page,
            List<OutcomeRecord> history,
            ProblemTexts texts,
            int position) {
        Optional<RecipientState> found = page.items().stream()
                .filter(each -> each.id().position() == position)
                .findFirst();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return frame.page(
                context,
                Section.PROVISIONING,
                "person",
                Map.of(
                        "row", row,
                        "person", PersonRow.of(found.get(), texts),
                        "attempts",
                                history.stream()
                                        .map(attempt -> PersonRow.Attempt.of(attempt, texts))
                                        .toList()
                                        .reversed()));
    }
}
