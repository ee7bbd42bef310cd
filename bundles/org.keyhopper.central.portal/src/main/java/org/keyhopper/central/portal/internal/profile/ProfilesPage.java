package org.keyhopper.central.portal.internal.profile;

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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.internal.frame.FieldFault;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.ProfileText;
import org.keyhopper.central.portal.internal.request.RequestRow;
import org.keyhopper.central.portal.internal.request.RequestRows;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.central.profile.Profiles;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.documents.ReadResult;

/** The named profiles: list, form, file, and the requests that were made with one. */
@Path("/profiles")
@Produces(MediaType.TEXT_HTML)
public final class ProfilesPage {

    private static final int MOST_REQUESTS = 500;

    private final Frame frame;
    private final Profiles profiles;
    private final RequestRows requests;
    private final ProfileForm form;

    public ProfilesPage(Frame frame, Profiles profiles, RequestRows requests) {
        this.frame = frame;
        this.profiles = profiles;
        this.requests = requests;
        form = new ProfileForm(frame);
    }

    /** A profile as it is shown; uses is the number of requests that were made with it. */
    public record Row(String name, List<String> means, int uses) {}

    /** A request that was made with a profile; changed says whether the profile has been changed since. */
    public record Use(RequestRow row, boolean changed) {}

    @GET
    public Response list(@Context ContainerRequestContext context) {
        Caller caller = frame.caller(context);
        Locale locale = frame.locale(context);
        return frame.answered(
                context,
                profiles.list(caller),
                all -> frame.answered(
                        context,
                        profiles.uses(caller),
                        uses -> frame.page(
                                context,
                                Section.PROFILES,
                                "profiles",
                                Map.of(
                                        "rows",
                                        all.stream()
                                                .map(each -> new Row(
                                                        each.name(),
                                                        ProfileText.of(each.profile(), locale),
                                                        uses.getOrDefault(each.name(), 0)))
                                                .toList(),
                                        "standard",
                                        ProfileText.of(Profile.DEFAULT, locale),
                                        "mayChange",
                                        mayChange(caller)))));
    }

    private static boolean mayChange(Caller caller) {
        return caller.may(Privilege.MANAGE_PROFILES, Place.ORGANISATION);
    }

    /** Shows a page to those who may change profiles. */
    private Response ifPermitted(ContainerRequestContext context, Supplier<Response> page) {
        return frame.caller(context)
                .lacks(Privilege.MANAGE_PROFILES, Place.ORGANISATION)
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(page);
    }

    private Response withOne(ContainerRequestContext context, String name, Function<NamedProfile, Response> page) {
        return frame.answered(context, profiles.find(frame.caller(context), name == null ? "" : name), page);
    }

    @GET
    @Path("/new")
    public Response begin(@Context ContainerRequestContext context) {
        return ifPermitted(
                context, () -> form.show(context, fields(new NamedProfile("", Profile.DEFAULT, 0)), List.of()));
    }

    @GET
    @Path("/edit")
    public Response edit(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        return ifPermitted(
                context, () -> withOne(context, name, found -> form.show(context, fields(found), List.of())));
    }

    private static MultivaluedMap<String, String> fields(NamedProfile named) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putSingle("name", named.name());
        fields.putSingle("version", Long.toString(named.version()));
        ProfileFields.put(named.profile(), fields);
        return fields;
    }

    /** Stores what the form has, or fills it in from a file; what was typed stays if it is refused. */
    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(@Context ContainerRequestContext context, MultivaluedMap<String, String> typed) {
        return ifPermitted(
                context, () -> "file".equals(typed.getFirst("action")) ? read(context, typed) : store(context, typed));
    }

    private Response read(ContainerRequestContext context, MultivaluedMap<String, String> typed) {
        PageTexts texts = PageTexts.of(frame.locale(context));
        String json = Optional.ofNullable(typed.getFirst("json")).orElse("");
        return switch (ProfileJson.read(json)) {
            case ReadResult.Success<Profile>(Profile profile, List<String> warnings) -> {
                MultivaluedMap<String, String> filled = new MultivaluedHashMap<>(typed);
                ProfileFields.put(profile, filled);
                filled.remove("json");
                yield form.show(context, filled, List.of());
            }
            case ReadResult.Failure<Profile>(List<DocumentFault> faults) ->
                form.show(
                        context,
                        typed,
                        faults.stream()
                                .map(each -> FieldFault.of("json", each, texts))
                                .toList());
        };
    }

    private Response store(ContainerRequestContext context, MultivaluedMap<String, String> typed) {
        List<FieldFault> faults = new ArrayList<>();
        PageTexts texts = PageTexts.of(frame.locale(context));
        String name = ProfileForm.name(typed, texts, faults);
        Profile profile = new ProfileFields(typed, texts, faults).read();
        if (!faults.isEmpty()) {
            return form.show(context, typed, faults);
        }
        long version = FormFields.version(typed.getFirst("version"));
        Answer<NamedProfile> stored = profiles.put(
                frame.caller(context), name, profile, version == 0 ? Optional.empty() : Optional.of(version));
        return stored.failure()
                .map(problem -> form.show(
                        context,
                        typed,
                        List.of(new FieldFault(
                                "name", frame.explain(context, problem).cause()))))
                .orElseGet(() -> Frame.done("/profiles", "saved"));
    }

    @GET
    @Path("/remove")
    public Response askRemove(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        return ifPermitted(
                context,
                () -> withOne(
                        context,
                        name,
                        found -> frame.answered(
                                context,
                                profiles.uses(frame.caller(context)),
                                uses -> frame.page(
                                        context,
                                        Section.PROFILES,
                                        "profile-remove",
                                        Map.of("named", found, "uses", uses.getOrDefault(found.name(), 0))))));
    }

    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @Context ContainerRequestContext context,
            @FormParam("name") String name,
            @FormParam("version") String version) {
        return frame.answered(
                context,
                profiles.remove(frame.caller(context), FormFields.name("name", name), FormFields.version(version)),
                removed -> Frame.done("/profiles", "profileRemoved"));
    }

    @GET
    @Path("/requests")
    public Response uses(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        Caller caller = frame.caller(context);
        return withOne(
                context,
                name,
                named -> frame.answered(
                        context,
                        profiles.usedBy(caller, named.name(), MOST_REQUESTS),
                        found -> frame.page(
                                context,
                                Section.PROFILES,
                                "profile-requests",
                                Map.of(
                                        "named", named,
                                        "means", ProfileText.of(named.profile(), frame.locale(context)),
                                        "uses", uses(named, found, caller),
                                        "mayChange", mayChange(caller)))));
    }

    private List<Use> uses(NamedProfile named, List<RequestSummary> found, Caller caller) {
        return requests.of(found, caller).stream()
                .map(row -> new Use(row, !row.summary().request().profile().equals(named.profile())))
                .toList();
    }

    /** The profile as the application reads it. */
    @GET
    @Path("/file")
    public Response file(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        return withOne(context, name, named -> Response.ok(
                        ProfileJson.write(named.profile()) + "\n", MediaType.APPLICATION_JSON_TYPE)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + named.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".json\"")
                .build());
    }
}
