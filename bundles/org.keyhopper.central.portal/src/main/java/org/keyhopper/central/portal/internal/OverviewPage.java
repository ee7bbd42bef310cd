package org.keyhopper.central.portal.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.RequestRow;
import org.keyhopper.central.portal.internal.request.RequestRows;

/** The start page: what is waiting, by the privileges of the operator. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class OverviewPage {

    private static final int SHOWN = 5;

    private final Frame frame;
    private final RequestRows requests;

    public OverviewPage(Frame frame, RequestRows requests) {
        this.frame = frame;
        this.requests = requests;
    }

    @GET
    public Response show(@Context ContainerRequestContext context) {
        Caller caller = frame.caller(context);
        if (caller.grants().isEmpty()) {
            return withoutRole(frame, context, Optional.empty());
        }
        boolean sees = caller.lacksEverywhere(Privilege.VIEW_REQUESTS).isEmpty();
        List<RequestRow> all = sees ? requests.all(caller).result().orElse(List.of()) : List.of();
        Map<String, Object> values = new HashMap<>();
        values.put("sees", sees);
        values.put("mayCreate", caller.lacksEverywhere(Privilege.CREATE_REQUEST).isEmpty());
        values.put("open", all.stream().filter(RequestRow::open).limit(SHOWN).toList());
        values.put("noRequests", all.isEmpty());
        values.put(
                "approvals",
                all.stream().filter(RequestRow::mayApprove).limit(SHOWN).toList());
        values.put(
                "mine",
                all.stream()
                        .filter(row -> row.open()
                                && row.summary()
                                        .details()
                                        .assignee()
                                        .filter(caller.id()::equals)
                                        .isPresent())
                        .limit(SHOWN)
                        .toList());
        values.put("pending", sum(all, row -> row.tally().pending()));
        values.put("provisioned", sum(all, row -> row.tally().provisioned()));
        values.put("failed", sum(all, row -> row.tally().failed()));
        values.put("unclear", sum(all, row -> row.tally().unclear()));
        return frame.page(context, Section.OVERVIEW, "overview", values);
    }

    /** Shows the page of someone without a role. */
    public static Response withoutRole(Frame frame, ContainerRequestContext context, Optional<Problem> problem) {
        String sentence = problem.map(it -> frame.explain(context, it).cause()).orElse("");
        return frame.page(
                context, Section.OVERVIEW, "no-role", Map.of("problem", sentence), problem.isPresent() ? 403 : 200);
    }

    private static int sum(List<RequestRow> rows, ToIntFunction<RequestRow> number) {
        return rows.stream().mapToInt(number).sum();
    }
}
