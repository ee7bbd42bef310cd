package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyhopper.central.policy.Policies;
import org.keyhopper.central.policy.Policy;
import org.keyhopper.central.policy.RoleMapping;
import org.keyhopper.central.server.internal.model.GrantBody;
import org.keyhopper.central.server.internal.model.MappingBody;
import org.keyhopper.central.server.internal.model.MappingRuleBody;
import org.keyhopper.central.server.internal.model.PolicyBody;

/** Policy of requests, and roles from claims of the identity provider. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class PoliciesResource {

    private static final int MOST = 500;

    private final Policies policies;
    private final Grants grants;

    PoliciesResource(ApiServices services) {
        policies = services.central().policies();
        grants = new Grants(services.central().store());
    }

    @GET
    @Path("/policy")
    @Operation(summary = "Shows the policy")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyBody.class)))
    public Response policy(@Context ContainerRequestContext context) {
        return Reply.of(context, policies.policy(Call.caller(context)), PoliciesResource::versioned);
    }

    private static Response versioned(Policy policy) {
        return Reply.versioned(new PolicyBody(policy.approveAll(), policy.privilegedGroups()), policy.version());
    }

    @PUT
    @Path("/policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces the policy")
    @RequestBody(content = @Content(schema = @Schema(implementation = PolicyBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyBody.class)))
    public Response putPolicy(
            @Context ContainerRequestContext context,
            @HeaderParam("If-Match") @Parameter(required = true) String version,
            @Parameter(hidden = true) String text) {
        PolicyBody body = Json.read(text, PolicyBody.class);
        Policy policy = new Policy(body.approveAll(), groups(body.privilegedGroups()), Given.version(version));
        return Reply.of(context, policies.put(Call.caller(context), policy), PoliciesResource::versioned);
    }

    private static Map<String, List<String>> groups(Map<String, List<String>> given) {
        Map<String, List<String>> groups = new TreeMap<>();
        if (given != null) {
            given.forEach((directory, names) -> groups.put(
                    Given.text("privilegedGroups", directory, Given.NAME),
                    Given.list("privilegedGroups", names, MOST).stream()
                            .map(name -> Given.text("privilegedGroups", name, Given.NAME))
                            .toList()));
        }
        return groups;
    }

    @GET
    @Path("/role-mapping")
    @Operation(summary = "Shows which roles follow from a claim")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MappingBody.class)))
    public Response mapping(@Context ContainerRequestContext context) {
        return Reply.of(context, policies.mapping(Call.caller(context)), PoliciesResource::versioned);
    }

    private static Response versioned(RoleMapping mapping) {
        List<MappingRuleBody> rules = mapping.rules().stream()
                .map(rule -> rule(rule.value(), Bodies.of(rule.grant())))
                .toList();
        return Reply.versioned(new MappingBody(mapping.claim(), rules), mapping.version());
    }

    private static MappingRuleBody rule(String value, GrantBody grant) {
        return new MappingRuleBody(value, grant.role(), grant.directory(), grant.site());
    }

    @PUT
    @Path("/role-mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces which roles follow from a claim")
    @RequestBody(content = @Content(schema = @Schema(implementation = MappingBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MappingBody.class)))
    public Response putMapping(
            @Context ContainerRequestContext context,
            @HeaderParam("If-Match") @Parameter(required = true) String version,
            @Parameter(hidden = true) String text) {
        MappingBody body = Json.read(text, MappingBody.class);
        List<RoleMapping.Rule> rules = Given.list("rules", body.rules(), MOST).stream()
                .map(rule -> new RoleMapping.Rule(
                        Given.text("value", rule.value(), Given.NAME),
                        grants.grant(rule.role(), rule.directory(), rule.site())))
                .toList();
        RoleMapping mapping =
                new RoleMapping(Given.text("claim", body.claim(), Given.NAME), rules, Given.version(version));
        return Reply.of(context, policies.put(Call.caller(context), mapping), PoliciesResource::versioned);
    }
}
