package org.keyhopper.central.portal.internal.create;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.portal.LongForm;
import org.keyhopper.central.portal.internal.frame.FieldFault;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestSummary;

/**
 * Creates a request. Everything is one form, which comes back as it was typed with what was found or what is wrong; nothing
 * is stored before the request is created.
 */
@Path("/requests/new")
@Produces(MediaType.TEXT_HTML)
public final class NewRequestPage {

    private static final int FOUND = 25;
    private static final int WRONG = 422;

    private final Frame frame;
    private final NewRequestView view;
    private final Central central;
    private final Licensing licensing;
    private final GroupJobs jobs;

    public NewRequestPage(Frame frame, NewRequestView view, Central central, Licensing licensing, GroupJobs jobs) {
        this.frame = frame;
        this.view = view;
        this.central = central;
        this.licensing = licensing;
        this.jobs = jobs;
    }

    @GET
    public Response begin(@Context ContainerRequestContext context) {
        return view.show(context, Draft.fresh(), NewRequestView.Shown.NOTHING, Response.Status.OK.getStatusCode());
    }

    @POST
    @LongForm
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@Context ContainerRequestContext context, MultivaluedMap<String, String> form) {
        Draft draft = new Draft(form);
        return switch (draft.get("action")) {
            case "search" -> search(context, draft);
            case "add" -> add(context, draft);
            case "group" -> group(context, draft);
            case "profile" -> profile(context, draft);
            case "create" -> create(context, draft);
            default -> view.show(context, draft, NewRequestView.Shown.NOTHING, WRONG);
        };
    }

    /** Shows people and groups that begin with the text. */
    private Response search(ContainerRequestContext context, Draft draft) {
        Caller caller = frame.caller(context);
        String text = draft.get("text").strip();
        String directory = draft.get("directory");
        if (text.isEmpty()) {
            return view.show(context, draft, NewRequestView.Shown.NOTHING, Response.Status.OK.getStatusCode());
        }
        Answer<List<DirectoryUser>> people = central.directoryPeople().search(caller, directory, text, FOUND);
        Answer<List<DirectoryGroup>> groups =
                people.flatMap(found -> central.directoryPeople().searchGroups(caller, directory, text, FOUND));
        return groups.failure()
                .map(problem -> view.show(context, draft, NewRequestView.Shown.problem(problem), WRONG))
                .orElseGet(() -> view.show(
                        context,
                        draft,
                        NewRequestView.Shown.found(
                                people.result().orElseThrow(), groups.result().orElseThrow()),
                        Response.Status.OK.getStatusCode()));
    }

    /** Adds the people who were checked; they are looked for again, since a form can contain anything. */
    private Response add(ContainerRequestContext context, Draft draft) {
        Set<String> wanted = new HashSet<>(draft.all("found"));
        Answer<List<DirectoryUser>> people = central.directoryPeople()
                .search(
                        frame.caller(context),
                        draft.get("directory"),
                        draft.get("text").strip(),
                        FOUND);
        if (people.failure().isPresent()) {
            return view.show(
                    context,
                    draft,
                    NewRequestView.Shown.problem(people.failure().get()),
                    WRONG);
        }
        List<DirectoryUser> chosen = people.result().orElseThrow().stream()
                .filter(user -> wanted.contains(user.id()))
                .toList();
        Draft added = draft.withPeople(PeopleList.with(draft.get("people"), chosen));
        String notice = PageTexts.of(frame.locale(context)).get("new.added", chosen.size());
        return view.show(context, added, NewRequestView.Shown.notice(notice), Response.Status.OK.getStatusCode());
    }

    /** Fills in the values of a named profile, or the usual ones. */
    private Response profile(ContainerRequestContext context, Draft draft) {
        String name = draft.get("profile");
        Answer<Profile> chosen = name.isEmpty()
                ? Answer.done(Profile.DEFAULT)
                : central.profiles().find(frame.caller(context), name).map(NamedProfile::profile);
        String notice = PageTexts.of(frame.locale(context)).get("new.profile.filled");
        return chosen.failure()
                .map(problem -> view.show(context, draft, NewRequestView.Shown.problem(problem), WRONG))
                .orElseGet(() -> view.show(
                        context,
                        draft.withProfile(chosen.result().orElseThrow()),
                        NewRequestView.Shown.notice(notice),
                        Response.Status.OK.getStatusCode()));
    }

    private Response group(ContainerRequestContext context, Draft draft) {
        if (draft.get("group").isBlank()) {
            String missing = PageTexts.of(frame.locale(context)).get("new.fault.missing");
            return view.show(
                    context, draft, NewRequestView.Shown.faults(List.of(new FieldFault("group", missing))), WRONG);
        }
        return jobs.start(frame.caller(context), draft)
                .map(id -> Response.seeOther(URI.create("/requests/new/groups/" + id))
                        .build())
                .orElseGet(() -> view.show(
                        context,
                        draft,
                        NewRequestView.Shown.problem(Problem.of(CentralProblem.TOO_MANY_CALLS, "60")),
                        WRONG));
    }

    private Response create(ContainerRequestContext context, Draft draft) {
        DraftReader reader = new DraftReader(draft, frame.locale(context));
        Optional<NewRequest> wanted = reader.read();
        if (wanted.isEmpty()) {
            return view.show(context, draft, NewRequestView.Shown.faults(reader.faults()), WRONG);
        }
        Answer<RequestSummary> created = licensing
                .refusesRequest(wanted.get().people().size())
                .<Answer<RequestSummary>>map(Answer::failed)
                .orElseGet(() -> central.requests().create(frame.caller(context), key(draft), wanted.get()));
        return created.failure()
                .map(problem -> view.show(context, draft, NewRequestView.Shown.problem(problem), WRONG))
                .orElseGet(() -> Frame.done(
                        "/requests/" + created.result().orElseThrow().request().id(), "requestCreated"));
    }

    private static String key(Draft draft) {
        return draft.get("key").matches("[0-9a-f-]{36}")
                ? draft.get("key")
                : UUID.randomUUID().toString();
    }

    /** Shows how far a group is read, or the form with its members. */
    @GET
    @Path("/groups/{job}")
    public Response group(@Context ContainerRequestContext context, @PathParam("job") String id) {
        GroupJob job = jobs.find(frame.caller(context), id).orElseThrow(NotFoundException::new);
        Optional<Answer<GroupJob.Selection>> answer = job.answer();
        if (answer.isEmpty()) {
            return view.progress(context, id, job);
        }
        if (job.isCancelled() && answer.get().result().isEmpty()) {
            String stopped = PageTexts.of(frame.locale(context)).get("group.stopped");
            return view.show(
                    context, job.draft(), NewRequestView.Shown.notice(stopped), Response.Status.OK.getStatusCode());
        }
        return switch (answer.get()) {
            case Answer.Done<GroupJob.Selection>(GroupJob.Selection selection) ->
                view.show(
                        context,
                        job.draft().withPeople(PeopleList.with(job.draft().get("people"), selection.people())),
                        NewRequestView.Shown.notice(sentence(context, job, selection)),
                        Response.Status.OK.getStatusCode());
            case Answer.Failed<GroupJob.Selection>(Problem problem) ->
                view.show(context, job.draft(), NewRequestView.Shown.problem(problem), WRONG);
            case Answer.Unclear<GroupJob.Selection>(Problem problem) ->
                view.show(context, job.draft(), NewRequestView.Shown.problem(problem), WRONG);
        };
    }

    private String sentence(ContainerRequestContext context, GroupJob job, GroupJob.Selection selection) {
        PageTexts texts = PageTexts.of(frame.locale(context));
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("new.group.taken", selection.people().size(), selection.members(), job.group()));
        if (selection.disabled() > 0) {
            parts.add(texts.get("new.group.disabled", selection.disabled()));
        }
        if (selection.guests() > 0) {
            parts.add(texts.get("new.group.guests", selection.guests()));
        }
        if (selection.served() > 0) {
            parts.add(texts.get("new.group.served", selection.served()));
        }
        return String.join(" ", parts);
    }

    @POST
    @Path("/groups/{job}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@Context ContainerRequestContext context, @PathParam("job") String id) {
        GroupJob job = jobs.find(frame.caller(context), id).orElseThrow(NotFoundException::new);
        job.cancel();
        return Response.seeOther(URI.create("/requests/new/groups/" + id)).build();
    }
}
