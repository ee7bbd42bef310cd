package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.directory.ConfiguredDirectories.ConfiguredDirectory;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.texts.SettingTexts;

/** The configured directories: forms from the descriptions of their connectors, and tests of the connection. */
@Path("/directories")
@Produces(MediaType.TEXT_HTML)
public final class DirectoriesPage {

    private static final int REFUSED = 422;

    private final Frame frame;
    private final ConfiguredDirectories directories;

    public DirectoriesPage(Frame frame, Central central) {
        this.frame = frame;
        directories = central.configuredDirectories();
    }

    @GET
    public Response list(@Context ContainerRequestContext context) {
        return frame.answered(
                context,
                directories.list(frame.caller(context)),
                rows -> frame.page(context, Section.DIRECTORIES, "directories", Map.of("rows", rows)));
    }

    /** Shows the kinds of directories, or the form of one. */
    @GET
    @Path("/new")
    public Response begin(@Context ContainerRequestContext context, @QueryParam("type") String type) {
        return frame.answered(context, directories.connectors(frame.caller(context)), connectors -> {
            if (type == null || type.isEmpty()) {
                return frame.page(
                        context,
                        Section.DIRECTORIES,
                        "directory-new",
                        Map.of("connectors", connectors.stream().map(Kind::of).toList()));
            }
            DirectoryAccount empty = new DirectoryAccount("", type, new Settings(Map.of()));
            return form(context, installed(connectors, type), empty, Optional.empty(), true, List.of());
        });
    }

    /** A kind of directory as it is shown. */
    public record Kind(String type, String name) {

        static Kind of(DirectoryConnector connector) {
            return new Kind(connector.type(), connector.displayName());
        }
    }

    private static DirectoryConnector installed(List<DirectoryConnector> connectors, String type) {
        return connectors.stream()
                .filter(connector -> connector.type().equals(type))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/edit")
    public Response edit(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        Caller caller = frame.caller(context);
        return frame.answered(
                context,
                directories.find(caller, name == null ? "" : name),
                account -> frame.answered(
                        context,
                        directories.connectors(caller),
                        connectors -> form(
                                context,
                                installed(connectors, account.type()),
                                account,
                                secretEnd(caller, account),
                                false,
                                List.of())));
    }

    private Optional<LocalDate> secretEnd(Caller caller, DirectoryAccount account) {
        return directories.list(caller).result().stream()
                .flatMap(List::stream)
                .filter(each -> each.name().equals(account.name()))
                .findFirst()
                .flatMap(ConfiguredDirectory::secretEnd);
    }

    private Response form(
            ContainerRequestContext context,
            DirectoryConnector connector,
            DirectoryAccount account,
            Optional<LocalDate> secretEnd,
            boolean add,
            List<Problem> faults) {
        Locale locale = frame.locale(context);
        ProblemTexts texts = ProblemTexts.in(locale);
        Map<String, Object> values = new HashMap<>();
        values.put("kind", Kind.of(connector));
        values.put("name", account.name());
        values.put("add", add);
        values.put("secretEnd", secretEnd.map(LocalDate::toString).orElse(""));
        values.put("fields", DirectoryForm.fields(connector, account.settings(), add, SettingTexts.in(locale)));
        values.put("faults", faults.stream().map(texts::sentence).toList());
        return frame.page(context, Section.DIRECTORIES, "directory", values, faults.isEmpty() ? 200 : REFUSED);
    }

    /** Stores a directory; what was typed stays if it is refused, except secrets. */
    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(@Context ContainerRequestContext context, MultivaluedMap<String, String> form) {
        boolean add = "true".equals(form.getFirst("add"));
        return typed(context, form, (connector, draft) -> {
            Answer<List<Problem>> stored = directories.put(frame.caller(context), draft, add);
            Optional<Problem> exists = stored.failure().filter(it -> it.is(CentralProblem.ALREADY_EXISTS));
            if (exists.isPresent()) {
                return form(context, connector, draft.account(), draft.secretEnd(), true, List.of(exists.get()));
            }
            return frame.answered(
                    context,
                    stored,
                    faults -> faults.isEmpty()
                            ? Frame.done("/directories", "saved")
                            : form(context, connector, draft.account(), draft.secretEnd(), add, faults));
        });
    }

    /** Tests what was typed, without storing it; a POST, since it signs in at the directory. */
    @POST
    @Path("/try")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tryOut(@Context ContainerRequestContext context, MultivaluedMap<String, String> form) {
        return typed(
                context,
                form,
                (connector, draft) -> frame.answered(
                        context,
                        directories.test(frame.caller(context), draft),
                        findings -> findings(context, draft.account().name(), findings)));
    }

    /** What is done with a typed directory, whose secrets are closed afterwards. */
    private interface Typed {
        Response reply(DirectoryConnector connector, DirectoryDraft draft);
    }

    private Response typed(ContainerRequestContext context, MultivaluedMap<String, String> form, Typed use) {
        Caller caller = frame.caller(context);
        Function<List<DirectoryConnector>, Response> reply = connectors -> {
            DirectoryConnector connector = installed(connectors, form.getFirst("type"));
            String name = FormFields.name("name", form.getFirst("name"));
            Settings stored = directories
                    .find(caller, name)
                    .result()
                    .map(DirectoryAccount::settings)
                    .orElse(new Settings(Map.of()));
            try (DirectoryDraft draft = DirectoryForm.read(connector, name, form, stored)) {
                return use.reply(connector, draft);
            }
        };
        return frame.answered(context, directories.connectors(caller), reply);
    }

    /** Tests a stored directory. */
    @POST
    @Path("/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@Context ContainerRequestContext context, @FormParam("name") String name) {
        String tested = FormFields.name("name", name);
        return frame.answered(
                context,
                directories.test(frame.caller(context), tested),
                findings -> findings(context, tested, findings));
    }

    /** A finding as it is shown; reason and action are empty for a good one. */
    public record FindingRow(String subject, String detail, String reason, String action) {}

    private Response findings(ContainerRequestContext context, String name, List<Finding> findings) {
        ProblemTexts texts = ProblemTexts.in(frame.locale(context));
        SettingTexts subjects = SettingTexts.in(frame.locale(context));
        List<FindingRow> rows = findings.stream()
                .map(finding -> new FindingRow(
                        subjects.subject(finding),
                        finding.detail(),
                        finding.problem().map(texts::sentence).orElse(""),
                        finding.problem().map(it -> texts.explain(it).action()).orElse("")))
                .toList();
        return frame.page(context, Section.DIRECTORIES, "directory-test", Map.of("name", name, "findings", rows));
    }
}
