package org.keyhopper.central.portal.internal.frame;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.BrowserCall;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.portal.PortalServices;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;

/** Puts a page into the frame that all have: header, navigation, notice. Thread-safe. */
public final class Frame {

    private static final int FOUND = 303;
    private static final int INITIALS = 2;

    private final PortalServices services;
    private final PageTemplates templates;

    public Frame(PortalServices services, PageTemplates templates) {
        this.services = services;
        this.templates = templates;
    }

    /** A link of the navigation. */
    public record Link(String path, String key, boolean here) {}

    /** Links under a heading; its key is empty for those that come first. */
    public record Group(String key, List<Link> links) {}

    public BrowserCall visit(ContainerRequestContext context) {
        return services.visits().apply(context);
    }

    public Caller caller(ContainerRequestContext context) {
        return visit(context).caller();
    }

    public Locale locale(ContainerRequestContext context) {
        return visit(context).locale();
    }

    /** Returns a text in the language of the page. */
    public String text(ContainerRequestContext context, String key, Object... arguments) {
        return PageTexts.of(locale(context)).get(key, arguments);
    }

    /** Shows a page. */
    public Response page(
            ContainerRequestContext context, Section section, String template, Map<String, Object> values) {
        return page(context, section, template, values, Response.Status.OK.getStatusCode());
    }

    /** Shows a page with another status. */
    public Response page(
            ContainerRequestContext context, Section section, String template, Map<String, Object> values, int status) {
        BrowserCall visit = visit(context);
        Map<String, Object> all = new HashMap<>();
        all.put("frame", "signed-in");
        all.put("operator", visit.signedIn().name());
        all.put("initials", initials(visit.signedIn().name()));
        all.put("accountRoles", roles(visit.caller()));
        all.put("csrf", visit.signedIn().session().csrf());
        all.put("navigation", navigation(visit.caller(), section));
        all.put("central", services.name());
        all.put("programVersion", services.version());
        all.put("notice", notice(context));
        values.forEach((name, value) -> {
            if (all.containsKey(name)) {
                throw new IllegalArgumentException("the frame has a value " + name);
            }
            all.put(name, value);
        });
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(templates.render(template, visit.locale(), all))
                .build();
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(INITIALS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    private static String roles(Caller caller) {
        return caller.grants().stream()
                .map(grant -> grant.role().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<Group> navigation(Caller caller, Section here) {
        Map<String, List<Section>> groups = Arrays.stream(Section.values())
                .filter(section -> section.isOpenTo(caller))
                .collect(Collectors.groupingBy(Section::group));
        return Arrays.stream(Section.values())
                .map(Section::group)
                .distinct()
                .filter(groups::containsKey)
                .map(group -> new Group(
                        group,
                        groups.get(group).stream()
                                .map(section -> new Link(section.path(), "section." + section.name(), section == here))
                                .toList()))
                .toList();
    }

    /** Only a text of ours is shown, since anyone can write the address of a page. */
    private String notice(ContainerRequestContext context) {
        String given = context.getUriInfo().getQueryParameters().getFirst("notice");
        PageTexts texts = PageTexts.of(locale(context));
        return given != null && texts.has("notice." + given) ? texts.get("notice." + given) : "";
    }

    /** Goes on to another page of this portal after a change, which reports it. */
    public static Response done(String path, String notice) {
        return Response.status(FOUND)
                .location(URI.create(path + (path.contains("?") ? "&" : "?") + "notice=" + notice))
                .build();
    }

    /** Goes on with what is done, or shows the problem. */
    public <T> Response answered(ContainerRequestContext context, Answer<T> answer, Function<T, Response> done) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> done.apply(value);
            case Answer.Failed<T>(Problem problem) -> refused(context, problem);
            case Answer.Unclear<T>(Problem problem) -> refused(context, problem);
        };
    }

    /** Shows a problem as a page of its own; that of a missing privilege names it in the language of the page. */
    public Response refused(ContainerRequestContext context, Problem problem) {
        return page(
                context,
                null,
                "problem",
                Map.of(
                        "problem",
                        explain(context, problem),
                        "call",
                        visit(context).call()),
                services.status().applyAsInt(problem));
    }

    /** Records that a page was refused before the domain was asked, and shows the problem. */
    public Response forbidden(ContainerRequestContext context, Problem problem) {
        services.central().stations().refuse(caller(context), problem);
        return refused(context, problem);
    }

    /** Returns the texts of a problem. */
    public Explanation explain(ContainerRequestContext context, Problem problem) {
        return ProblemTexts.in(locale(context)).explain(named(problem, locale(context)));
    }

    private static Problem named(Problem problem, Locale locale) {
        if (!problem.is(CentralProblem.NOT_PERMITTED) || problem.arguments().isEmpty()) {
            return problem;
        }
        String label = PageTexts.of(locale)
                .get("privilege." + Privilege.valueOf(problem.arguments().getFirst()));
        return Problem.of(CentralProblem.NOT_PERMITTED, "“" + label + "”");
    }

    /** Returns the problem unless the caller has one of these privileges anywhere. */
    public Optional<Problem> lacks(ContainerRequestContext context, Privilege... privileges) {
        Caller caller = caller(context);
        return Arrays.stream(privileges)
                        .anyMatch(privilege -> caller.lacksEverywhere(privilege).isEmpty())
                ? Optional.empty()
                : caller.lacksEverywhere(privileges[0]);
    }
}
