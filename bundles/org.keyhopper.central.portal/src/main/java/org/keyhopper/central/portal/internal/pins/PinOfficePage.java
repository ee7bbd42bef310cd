package org.keyhopper.central.portal.internal.pins;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.escrow.PinRelease;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.portal.PortalServices;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.RequestRows;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/**
 * The PINs of a request that are in escrow. A script of the page releases them through the API and opens them in the browser, to
 * show one or to print letters.
 */
@Path("/requests/{request}/pins")
@Produces(MediaType.TEXT_HTML)
public final class PinOfficePage {

    private static final int AT_ONCE = 500;

    private final Frame frame;
    private final RequestRows requests;
    private final Central central;
    private final Escrow escrow;
    private final boolean pickUp;

    public PinOfficePage(Frame frame, RequestRows requests, Central central, PortalServices services) {
        this.frame = frame;
        this.requests = requests;
        this.central = central;
        this.escrow = services.escrow();
        this.pickUp = services.pickUp();
    }

    @GET
    public Response show(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return frame.answered(
                context,
                requests.find(frame.caller(context), id),
                row -> frame.answered(
                        context,
                        rows(context, RequestRows.id(id)),
                        pins -> frame.page(
                                context,
                                Section.PROVISIONING,
                                "pins",
                                Map.of("row", row, "pins", pins, "today", LocalDate.now(), "pickUp", pickUp))));
    }

    private Answer<List<PinRow>> rows(ContainerRequestContext context, RequestId request) {
        Caller caller = frame.caller(context);
        PageTexts texts = PageTexts.of(frame.locale(context));
        return escrow.list(caller, request)
                .flatMap(pins -> people(caller, request).flatMap(people -> escrow.releases(caller, request)
                        .flatMap(releases -> pickUps(context, request).map(pickUps -> rows(people, pins).stream()
                                .map(pin -> released(pin, releases, caller, texts))
                                .map(pin ->
                                        pin.with(pickUp ? pickUps.getOrDefault(pin.position(), PickUpRow.NONE) : null))
                                .toList()))));
    }

    private Answer<Map<Integer, PickUpRow>> pickUps(ContainerRequestContext context, RequestId request) {
        return pickUp
                ? central.pickUpOffice().list(frame.caller(context), request).map(copies -> copies.stream()
                        .collect(Collectors.toMap(
                                copy -> copy.recipient().position(),
                                copy -> PickUpRow.of(
                                        copy,
                                        copy.failure()
                                                .map(it -> frame.explain(context, Problem.of(it)))
                                                .orElse(null)))))
                : Answer.done(Map.of());
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

    /** A PIN that was sealed after its last release has not been released. */
    private PinRow released(PinRow pin, List<PinRelease> releases, Caller caller, PageTexts texts) {
        List<PinRelease> of = releases.stream()
                .filter(release -> release.recipient().position() == pin.position()
                        && !release.at().isBefore(pin.kept()))
                .toList();
        if (of.isEmpty()) {
            return pin;
        }
        boolean own = of.stream().anyMatch(release -> release.actor().equals(caller.actor()));
        PinRelease last = of.getFirst();
        return pin.releasedTo(requests.names().of(last.actor(), texts), last.at(), own);
    }

    private Answer<Map<Integer, RecipientState>> people(Caller caller, RequestId request) {
        Map<Integer, RecipientState> people = new HashMap<>();
        Optional<String> after = Optional.empty();
        do {
            Answer<Page<RecipientState>> some =
                    central.requestProgress().people(caller, request, Optional.empty(), "", after, AT_ONCE);
            if (some.failure().isPresent()) {
                return Answer.failed(some.failure().get());
            }
            some.result()
                    .orElseThrow()
                    .items()
                    .forEach(person -> people.put(person.id().position(), person));
            after = some.result().orElseThrow().next();
        } while (after.isPresent());
        return Answer.done(people);
    }

    private static List<PinRow> rows(Map<Integer, RecipientState> people, List<SealedPin> pins) {
        return pins.stream()
                .filter(pin -> people.containsKey(pin.recipient().position()))
                .map(pin -> PinRow.of(people.get(pin.recipient().position()), pin.kept()))
                .toList();
    }
}
