package org.keyhopper.central.portal.internal.pins;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.portal.PortalServices;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.RequestRow;
import org.keyhopper.central.portal.internal.request.RequestRows;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.HandOverCode;
import org.keyhopper.texts.Explanation;

/**
 * The PINs of a request that are in escrow. A script of the page releases them through the API and opens them in the browser, to
 * show one or to print letters. What became of them afterwards is recorded here, for a letter that is scanned or for many people.
 */
@Path("/requests/{request}/pins")
@Produces(MediaType.TEXT_HTML)
public final class PinOfficePage {

    private static final int UNPROCESSABLE = 422;

    private final Frame frame;
    private final RequestRows requests;
    private final Central central;
    private final Escrow escrow;
    private final PinRows rows;
    private final boolean pickUp;

    public PinOfficePage(Frame frame, RequestRows requests, Central central, PortalServices services) {
        this.frame = frame;
        this.requests = requests;
        this.central = central;
        this.escrow = services.escrow();
        this.rows = new PinRows(frame, requests.names(), central, services);
        this.pickUp = services.pickUp();
    }

    /** @param last the position of the only person of whom something was recorded last */
    @GET
    public Response show(
            @Context ContainerRequestContext context,
            @PathParam("request") String id,
            @QueryParam("show") String filter,
            @QueryParam("last") int last) {
        return show(context, id, PinFilter.of(filter), last, "", Response.Status.OK.getStatusCode());
    }

    private Response show(
            ContainerRequestContext context, String id, PinFilter filter, int last, String fault, int status) {
        return frame.answered(
                context,
                requests.find(frame.caller(context), id),
                row -> frame.answered(
                        context,
                        rows.of(context, RequestRows.id(id)),
                        pins -> frame.page(
                                context,
                                Section.PROVISIONING,
                                "pins",
                                values(row, pins, filter, last, fault),
                                status)));
    }

    private Map<String, Object> values(RequestRow row, List<PinRow> pins, PinFilter filter, int last, String fault) {
        Map<String, Object> values = new HashMap<>();
        values.put("row", row);
        values.put("pins", pins.stream().filter(filter::shows).toList());
        values.put("nothing", pins.isEmpty());
        values.put("counts", PinFilter.counts(pins));
        values.put("filter", filter);
        values.put("today", LocalDate.now());
        values.put("pickUp", pickUp);
        values.put("fault", fault);
        values.put(
                "last",
                pins.stream().filter(pin -> pin.position() == last).findFirst().orElse(null));
        return values;
    }

    /** Has an invitation sent, which ends the one before it. */
    @POST
    @Path("/{position}/invitation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @Context ContainerRequestContext context,
            @PathParam("request") String id,
            @PathParam("position") int position) {
        RequestId request = RequestRows.id(id);
        return frame.answered(
                context,
                central.pickUpOffice().invite(frame.caller(context), new RecipientId(request, position)),
                invited -> Frame.done("/requests/" + request + "/pins", "invited"));
    }

    /** Records that people have their PINs or have confirmed them: the person of the scanned code, or else those who are selected. */
    @POST
    @Path("/delivery")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response deliver(
            @Context ContainerRequestContext context,
            @PathParam("request") String id,
            MultivaluedMap<String, String> form) {
        RequestId request = RequestRows.id(id);
        PinFilter filter = PinFilter.of(form.getFirst("show"));
        boolean received = "received".equals(form.getFirst("mark"));
        Caller caller = frame.caller(context);
        Answer<Set<Integer>> positions = positions(caller, request, form);
        if (positions.result().filter(Set::isEmpty).isPresent()) {
            String fault = PageTexts.of(frame.locale(context)).get("pins.noneSelected");
            return show(context, id, filter, 0, fault, UNPROCESSABLE);
        }
        Answer<Set<Integer>> marked = positions.flatMap(people ->
                received ? escrow.confirmReceipt(caller, request, people) : escrow.handOver(caller, request, people));
        Optional<Problem> ofInput = marked.failure().filter(PinOfficePage::isOfInput);
        if (ofInput.isPresent()) {
            Explanation why = frame.explain(context, ofInput.get());
            return show(context, id, filter, 0, why.cause() + " " + why.action(), UNPROCESSABLE);
        }
        int last = positions.result().filter(people -> people.size() == 1).stream()
                .flatMap(Set::stream)
                .findFirst()
                .orElse(0);
        return frame.answered(
                context,
                marked,
                done -> Frame.done(
                        "/requests/" + request + "/pins?show=" + filter + "&last=" + last,
                        received ? "pinsReceived" : "pinsDelivered"));
    }

    private Answer<Set<Integer>> positions(Caller caller, RequestId request, MultivaluedMap<String, String> form) {
        String scanned =
                Optional.ofNullable(form.getFirst("scanned")).orElse("").strip();
        return scanned.isEmpty()
                ? Answer.done(selected(form.getOrDefault("position", List.of())))
                : scanned(caller, request, scanned);
    }

    private static boolean isOfInput(Problem problem) {
        return problem.is(CentralProblem.NO_SUCH_PIN)
                || problem.is(CentralProblem.PIN_NOT_RELEASED)
                || problem.is(CentralProblem.NO_SUCH_LETTER);
    }

    private static Set<Integer> selected(List<String> positions) {
        return positions.stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private Answer<Set<Integer>> scanned(Caller caller, RequestId request, String text) {
        return rows.people(caller, request).flatMap(people -> HandOverCode.find(people.values(), text)
                .map(person -> Answer.done(Set.of(person.id().position())))
                .orElseGet(() -> Answer.failed(Problem.of(CentralProblem.NO_SUCH_LETTER, text))));
    }
}
