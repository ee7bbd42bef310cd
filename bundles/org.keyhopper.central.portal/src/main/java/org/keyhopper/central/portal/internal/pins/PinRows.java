package org.keyhopper.central.portal.internal.pins;

import jakarta.ws.rs.container.ContainerRequestContext;
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
import org.keyhopper.central.portal.internal.request.ActorNames;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** Collects what the page of the PIN office lists: people, PINs in escrow, releases and pick-ups. */
final class PinRows {

    private static final int AT_ONCE = 500;

    private final Frame frame;
    private final ActorNames names;
    private final Central central;
    private final Escrow escrow;
    private final boolean pickUp;

    PinRows(Frame frame, ActorNames names, Central central, PortalServices services) {
        this.frame = frame;
        this.names = names;
        this.central = central;
        this.escrow = services.escrow();
        this.pickUp = services.pickUp();
    }

    Answer<List<PinRow>> of(ContainerRequestContext context, RequestId request) {
        Caller caller = frame.caller(context);
        return escrow.list(caller, request)
                .flatMap(pins -> people(caller, request).flatMap(people -> escrow.releases(caller, request)
                        .flatMap(releases -> pickUps(context, request).map(pickUps -> pins.stream()
                                .filter(pin ->
                                        people.containsKey(pin.recipient().position()))
                                .map(pin -> PinRow.of(
                                        people.get(pin.recipient().position()),
                                        pin,
                                        releasedTo(pin, releases, context),
                                        pickUp(pin, pickUps)))
                                .toList()))));
    }

    /** Returns the people of a request by position. */
    Answer<Map<Integer, RecipientState>> people(Caller caller, RequestId request) {
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

    private PickUpRow pickUp(SealedPin pin, Map<Integer, PickUpRow> pickUps) {
        return pickUp ? pickUps.getOrDefault(pin.recipient().position(), PickUpRow.NONE) : null;
    }

    /** A PIN that was sealed after its last release has not been released. */
    private String releasedTo(SealedPin pin, List<PinRelease> releases, ContainerRequestContext context) {
        return releases.stream()
                .filter(release -> release.recipient().equals(pin.recipient())
                        && !release.at().isBefore(pin.kept()))
                .findFirst()
                .map(release -> names.of(release.actor(), PageTexts.of(frame.locale(context))))
                .orElse("");
    }
}
