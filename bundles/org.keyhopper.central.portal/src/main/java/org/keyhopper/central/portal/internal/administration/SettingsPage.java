package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.licence.LicenceStatus;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.policy.Policy;
import org.keyhopper.central.portal.PortalServices;
import org.keyhopper.central.portal.internal.MetadataRow;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;

/** Policy and licence. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SettingsPage {

    private static final int GROUPS = 20_000;

    private final Frame frame;
    private final Central central;
    private final Licensing licensing;
    private final boolean pickUp;

    public SettingsPage(Frame frame, Central central, PortalServices services) {
        this.frame = frame;
        this.central = central;
        this.licensing = services.licensing();
        this.pickUp = services.pickUp();
    }

    @GET
    @Path("/policy")
    public Response policy(@Context ContainerRequestContext context) {
        Caller caller = frame.caller(context);
        return frame.answered(context, central.policies().policy(caller), policy -> {
            Map<String, Object> values = new HashMap<>();
            values.put("policy", policy);
            values.put("groups", lines(policy));
            values.put("mayChange", caller.may(Privilege.MANAGE_PROFILES, Place.ORGANISATION));
            values.put("pickUp", pickUp);
            values.put("metadata", central.metadata().map(MetadataRow::of).orElse(null));
            return frame.page(context, Section.POLICY, "policy", values);
        });
    }

    private static String lines(Policy policy) {
        List<String> lines = new ArrayList<>();
        policy.privilegedGroups()
                .forEach((directory, groups) -> groups.forEach(group -> lines.add(directory + ": " + group)));
        return String.join("\n", lines);
    }

    @POST
    @Path("/policy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putPolicy(
            @Context ContainerRequestContext context,
            @FormParam("approveAll") String approveAll,
            @FormParam("groups") String groups,
            @FormParam("version") String version) {
        Policy policy =
                new Policy(approveAll != null, groups(groups == null ? "" : groups), FormFields.version(version));
        return frame.answered(
                context,
                central.policies().put(frame.caller(context), policy),
                stored -> Frame.done("/policy", "saved"));
    }

    /** Each line has a directory, a colon and a group. */
    private static Map<String, List<String>> groups(String text) {
        Map<String, List<String>> groups = new TreeMap<>();
        text.substring(0, Math.min(text.length(), GROUPS))
                .lines()
                .map(String::strip)
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    if (!line.isEmpty()) {
                        String directory = FormFields.name("groups", colon < 0 ? "" : line.substring(0, colon));
                        groups.computeIfAbsent(directory, it -> new ArrayList<>())
                                .add(FormFields.name("groups", line.substring(colon + 1)));
                    }
                });
        return groups;
    }

    @GET
    @Path("/licence")
    public Response licence(@Context ContainerRequestContext context) {
        return frame.lacks(context, Privilege.MANAGE_LICENCE)
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(() -> licence(context, licensing.status()));
    }

    private Response licence(ContainerRequestContext context, LicenceStatus status) {
        Map<String, Object> values = new HashMap<>();
        values.put("licence", status.licence().orElse(null));
        values.put(
                "most",
                status.licence().map(it -> it.devicesPerYear().orElse(0)).orElse(0));
        values.put("devices", status.devices());
        values.put("daysLeft", status.daysLeft().orElse(-1));
        values.put(
                "problem",
                status.problem().map((Problem it) -> frame.explain(context, it)).orElse(null));
        return frame.page(context, Section.LICENCE, "licence", values);
    }
}
