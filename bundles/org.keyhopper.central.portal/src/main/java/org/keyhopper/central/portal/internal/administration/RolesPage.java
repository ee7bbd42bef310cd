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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.operator.Operators;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.policy.Policies;
import org.keyhopper.central.policy.RoleMapping;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;

/** Which privileges each role has, custom roles, and the roles that follow from the token of the identity provider. */
@Path("/roles")
@Produces(MediaType.TEXT_HTML)
public final class RolesPage {

    private static final int REFUSED = 422;

    private final Frame frame;
    private final Operators operators;
    private final Policies policies;

    public RolesPage(Frame frame, Central central) {
        this.frame = frame;
        operators = central.operators();
        policies = central.policies();
    }

    /** A role as it is shown. */
    public record Row(String name, boolean fixed, List<String> privileges, long version) {

        static Row of(StoredRole stored) {
            return new Row(
                    stored.role().name(),
                    stored.isDefault(),
                    stored.role().privileges().stream().sorted().map(Enum::name).toList(),
                    stored.version());
        }
    }

    /** A rule of the mapping as it is shown. */
    public record RuleRow(String value, String role) {}

    @GET
    public Response list(@Context ContainerRequestContext context) {
        Caller caller = frame.caller(context);
        return frame.answered(
                context,
                operators.roles(caller),
                roles -> frame.answered(
                        context,
                        policies.mapping(caller),
                        mapping -> frame.page(
                                context,
                                Section.ROLES,
                                "roles",
                                Map.of(
                                        "rows", roles.stream().map(Row::of).toList(),
                                        "claim", mapping.claim(),
                                        "rules", rules(mapping),
                                        "mayChange", mayChange(caller)))));
    }

    private static List<RuleRow> rules(RoleMapping mapping) {
        return mapping.rules().stream()
                .map(rule -> new RuleRow(rule.value(), GrantForm.words(List.of(rule.grant()))))
                .toList();
    }

    private static boolean mayChange(Caller caller) {
        return caller.may(Privilege.MANAGE_OPERATORS, Place.ORGANISATION);
    }

    /** Shows a page to those who may change roles. */
    private Response ifPermitted(ContainerRequestContext context, Function<List<StoredRole>, Response> page) {
        Caller caller = frame.caller(context);
        return caller.lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION)
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(() -> frame.answered(context, operators.roles(caller), page));
    }

    private static Row custom(List<StoredRole> roles, String name) {
        return roles.stream()
                .filter(each -> !each.isDefault() && each.role().name().equals(name))
                .findFirst()
                .map(Row::of)
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/new")
    public Response begin(@Context ContainerRequestContext context) {
        return ifPermitted(context, roles -> form(context, new Row("", false, List.of(), 0), Optional.empty()));
    }

    @GET
    @Path("/edit")
    public Response edit(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        return ifPermitted(context, roles -> form(context, custom(roles, name), Optional.empty()));
    }

    private Response form(ContainerRequestContext context, Row row, Optional<String> fault) {
        Map<String, Object> values = new HashMap<>();
        values.put("row", row);
        values.put(
                "privileges", Arrays.stream(Privilege.values()).map(Enum::name).toList());
        values.put("fault", fault.orElse(""));
        return frame.page(context, Section.ROLES, "role", values, fault.isEmpty() ? 200 : REFUSED);
    }

    /** Adds a role, or replaces one whose version was read; what was typed stays if it is refused. */
    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(@Context ContainerRequestContext context, MultivaluedMap<String, String> form) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        form.getOrDefault("privilege", List.of()).forEach(name -> Arrays.stream(Privilege.values())
                .filter(each -> each.name().equals(name))
                .forEach(privileges::add));
        Role role = new Role(FormFields.name("name", form.getFirst("name")), privileges);
        long version = FormFields.version(form.getFirst("version"));
        Row typed =
                new Row(role.name(), false, privileges.stream().map(Enum::name).toList(), version);
        if (privileges.isEmpty()) {
            return ifPermitted(
                    context, roles -> form(context, typed, Optional.of(frame.text(context, "roles.fault.none"))));
        }
        Answer<StoredRole> stored =
                operators.putRole(frame.caller(context), role, version == 0 ? Optional.empty() : Optional.of(version));
        Optional<Problem> problem = stored.failure();
        return problem.isPresent() && mayChange(frame.caller(context))
                ? form(context, typed, problem.map(it -> frame.explain(context, it)
                        .cause()))
                : frame.answered(context, stored, done -> Frame.done("/roles", "saved"));
    }

    @GET
    @Path("/remove")
    public Response askRemove(@Context ContainerRequestContext context, @QueryParam("name") String name) {
        return ifPermitted(
                context,
                roles -> frame.page(context, Section.ROLES, "role-remove", Map.of("row", custom(roles, name))));
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
                operators.removeRole(frame.caller(context), FormFields.name("name", name), FormFields.version(version)),
                removed -> Frame.done("/roles", "saved"));
    }

    @GET
    @Path("/mapping")
    public Response mapping(@Context ContainerRequestContext context) {
        return ifPermitted(
                context,
                roles -> frame.answered(
                        context,
                        policies.mapping(frame.caller(context)),
                        mapping -> frame.page(
                                context,
                                Section.ROLES,
                                "role-mapping",
                                Map.of(
                                        "claim", mapping.claim(),
                                        "mappingVersion", mapping.version(),
                                        "rows", MappingForm.rows(mapping),
                                        "roles", OperatorsPage.names(roles)))));
    }

    @POST
    @Path("/mapping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putMapping(@Context ContainerRequestContext context, MultivaluedMap<String, String> form) {
        Caller caller = frame.caller(context);
        Answer<RoleMapping> stored = operators
                .roles(caller)
                .flatMap(roles -> MappingForm.read(form, roles))
                .flatMap(mapping -> policies.put(caller, mapping));
        return frame.answered(context, stored, done -> Frame.done("/roles", "saved"));
    }
}
