package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.operator.Operators;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;

/** Operators, their roles, and which privileges each role has. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class OperatorsPage {

    private static final int ROWS = 100;

    private final Frame frame;
    private final Operators operators;

    public OperatorsPage(Frame frame, Operators operators) {
        this.frame = frame;
        this.operators = operators;
    }

    /** An operator as it is shown; {@code lastSignIn} is null before the first. */
    public record Row(
            String id, String login, String name, String roles, Instant lastSignIn, boolean disabled, long version) {

        static Row of(Operator operator) {
            return new Row(
                    operator.id(),
                    operator.login(),
                    operator.name(),
                    GrantForm.words(operator.grants()),
                    operator.lastSignIn().orElse(null),
                    operator.disabled(),
                    operator.version());
        }
    }

    private boolean mayChange(ContainerRequestContext context) {
        return frame.caller(context).may(Privilege.MANAGE_OPERATORS, Place.ORGANISATION);
    }

    @GET
    @Path("/operators")
    public Response list(@Context ContainerRequestContext context, @QueryParam("after") String after) {
        return frame.answered(
                context,
                operators.list(frame.caller(context), Optional.ofNullable(after), ROWS),
                page -> frame.page(
                        context,
                        Section.OPERATORS,
                        "operators",
                        Map.of(
                                "rows", page.items().stream().map(Row::of).toList(),
                                "next", page.next().orElse(""),
                                "mayChange", mayChange(context))));
    }

    @GET
    @Path("/operators/new")
    public Response begin(@Context ContainerRequestContext context) {
        return roles(context, roles -> form(context, roles, null, List.of()));
    }

    @GET
    @Path("/operators/{operator}")
    public Response show(@Context ContainerRequestContext context, @PathParam("operator") String id) {
        return roles(
                context,
                roles -> frame.answered(
                        context,
                        operators.find(frame.caller(context), id),
                        operator -> form(context, roles, Row.of(operator), GrantForm.rows(operator.grants()))));
    }

    private Response roles(ContainerRequestContext context, Function<List<StoredRole>, Response> page) {
        return frame.answered(context, operators.roles(frame.caller(context)), page);
    }

    private Response form(
            ContainerRequestContext context, List<StoredRole> roles, Row row, List<GrantForm.Row> grants) {
        if (!mayChange(context)) {
            return frame.forbidden(
                    context,
                    frame.caller(context)
                            .lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION)
                            .orElseThrow());
        }
        Map<String, Object> values = new HashMap<>();
        values.put("row", row);
        values.put("grants", grants.isEmpty() ? GrantForm.rows(List.of()) : grants);
        values.put("roles", names(roles));
        values.put("key", UUID.randomUUID().toString());
        return frame.page(context, Section.OPERATORS, "operator", values);
    }

    static List<String> names(List<StoredRole> roles) {
        return roles.stream().map(each -> each.role().name()).toList();
    }

    @POST
    @Path("/operators/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context ContainerRequestContext context, MultivaluedMap<String, String> form) {
        Caller caller = frame.caller(context);
        Answer<Operator> created = operators
                .roles(caller)
                .flatMap(roles -> GrantForm.read(form, roles))
                .flatMap(grants -> operators.create(
                        caller, form.getFirst("key"), FormFields.name("login", form.getFirst("login")), grants));
        return frame.answered(context, created, made -> Frame.done("/operators", "saved"));
    }

    @POST
    @Path("/operators/{operator}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context ContainerRequestContext context,
            @PathParam("operator") String id,
            MultivaluedMap<String, String> form) {
        Caller caller = frame.caller(context);
        Answer<Operator> changed = operators
                .roles(caller)
                .flatMap(roles -> GrantForm.read(form, roles))
                .flatMap(grants -> operators.update(
                        caller,
                        id,
                        FormFields.version(form.getFirst("version")),
                        grants,
                        form.getFirst("disabled") != null));
        return frame.answered(context, changed, made -> Frame.done("/operators", "saved"));
    }
}
