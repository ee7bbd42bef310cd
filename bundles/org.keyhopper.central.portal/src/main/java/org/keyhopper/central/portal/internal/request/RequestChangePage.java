package org.keyhopper.central.portal.internal.request;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.texts.Explanation;

/** Assigning, approving, retrying and deleting a request, and opening the application for it. */
@Path("/requests/{request}")
@Produces(MediaType.TEXT_HTML)
public final class RequestChangePage {

    private static final int NOTE = 2000;

    private final Frame frame;
    private final RequestRows requests;
    private final ManagedRequests managed;

    public RequestChangePage(Frame frame, RequestRows requests, ManagedRequests managed) {
        this.frame = frame;
        this.requests = requests;
        this.managed = managed;
    }

    /** Leads to the application at this computer. */
    @GET
    @Path("/provision")
    public Response provision(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return permitted(
                context,
                id,
                Privilege.PROVISION_NOW,
                row -> frame.page(
                        context,
                        Section.PROVISIONING,
                        "provision",
                        Map.of(
                                "row",
                                row,
                                "profile",
                                ProfileText.of(row.summary().request().profile(), frame.locale(context)),
                                "mayDownload",
                                frame.lacks(context, Privilege.DOWNLOAD_SOFTWARE)
                                        .isEmpty())));
    }

    private Response permitted(
            ContainerRequestContext context, String id, Privilege privilege, Function<RequestRow, Response> page) {
        Caller caller = frame.caller(context);
        return frame.answered(context, requests.find(caller, id), row -> caller.lacks(
                        privilege, row.summary().place())
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(() -> page.apply(row)));
    }

    @GET
    @Path("/edit")
    public Response edit(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return permitted(context, id, Privilege.CREATE_REQUEST, row -> form(context, row, Typed.of(row), null, 200));
    }

    /** What the form of the terms has, as it was typed. */
    public record Typed(String assignee, String due, String note, String version) {

        static Typed of(RequestRow row) {
            return new Typed(
                    row.summary().details().assignee().orElse(""),
                    row.due() == null ? "" : row.due().toString(),
                    row.note(),
                    Long.toString(row.version()));
        }

        Answer<RequestChange> change() {
            try {
                Optional<LocalDate> date = due.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(due.strip()));
                return note.length() > NOTE
                        ? Answer.failed(Problem.of(CentralProblem.BAD_CALL, "note"))
                        : Answer.done(new RequestChange(
                                Optional.of(assignee).filter(it -> !it.isEmpty()), date, note.strip()));
            } catch (DateTimeException e) {
                return Answer.failed(Problem.of(CentralProblem.BAD_CALL, "due"));
            }
        }

        private long read() {
            return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
        }
    }

    private Response form(
            ContainerRequestContext context, RequestRow row, Typed typed, Explanation problem, int status) {
        Map<String, Object> values =
                new HashMap<>(Map.of("row", row, "typed", typed, "assignees", requests.assignees()));
        values.put("problem", problem);
        return frame.page(context, Section.PROVISIONING, "request-edit", values, status);
    }

    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context ContainerRequestContext context,
            @PathParam("request") String id,
            @FormParam("assignee") String assignee,
            @FormParam("due") String due,
            @FormParam("note") String note,
            @FormParam("version") String version) {
        Typed typed = new Typed(text(assignee), text(due), text(note), text(version));
        return permitted(context, id, Privilege.CREATE_REQUEST, row -> {
            Answer<?> changed = typed.change()
                    .flatMap(change -> managed.update(frame.caller(context), RequestRows.id(id), typed.read(), change));
            return changed.failure()
                    .map(problem -> form(context, row, typed, frame.explain(context, problem), 422))
                    .orElseGet(() -> Frame.done("/requests/" + row.id(), "requestChanged"));
        });
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    @POST
    @Path("/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return frame.answered(
                context,
                managed.approve(frame.caller(context), RequestRows.id(id)),
                summary -> Frame.done("/requests/" + summary.request().id(), "requestApproved"));
    }

    @POST
    @Path("/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retry(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return frame.answered(
                context,
                managed.retryFailed(frame.caller(context), RequestRows.id(id)),
                number -> Frame.done("/requests/" + RequestRows.id(id), "requestRetried"));
    }

    @GET
    @Path("/delete")
    public Response askDelete(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return permitted(
                context,
                id,
                Privilege.DELETE_REQUEST,
                row -> frame.page(context, Section.PROVISIONING, "request-delete", Map.of("row", row)));
    }

    @POST
    @Path("/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(
            @Context ContainerRequestContext context,
            @PathParam("request") String id,
            @FormParam("version") String version) {
        long read = new Typed("", "", "", text(version)).read();
        return frame.answered(
                context,
                managed.delete(frame.caller(context), RequestRows.id(id), read),
                deleted -> Frame.done("/requests", "requestDeleted"));
    }
}
