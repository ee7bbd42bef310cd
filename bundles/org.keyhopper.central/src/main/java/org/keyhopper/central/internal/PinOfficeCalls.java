package org.keyhopper.central.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.escrow.PinRelease;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.PinDelivery;

/** What the PIN office does with the PINs in escrow. */
record PinOfficeCalls(CentralStore store) {

    private static final int LONGEST_REASON = 200;
    private static final int MOST_IN_LIMIT_TIME = 100;
    private static final int MOST_RELEASES = 100_000;
    private static final Duration LIMIT_TIME = Duration.ofHours(1);

    /** What is recorded of a PIN after its release. */
    enum Mark {
        DELIVERED(AuditAction.PIN_DELIVERED, PinDelivery::handedOver, PinDelivery::handedOver),
        RECEIVED(AuditAction.PIN_RECEIVED, PinDelivery::received, PinDelivery::received);

        private final AuditAction action;
        private final Function<PinDelivery, Optional<Instant>> time;
        private final BiFunction<PinDelivery, Instant, PinDelivery> change;

        Mark(
                AuditAction action,
                Function<PinDelivery, Optional<Instant>> time,
                BiFunction<PinDelivery, Instant, PinDelivery> change) {
            this.action = action;
            this.time = time;
            this.change = change;
        }
    }

    Answer<List<SealedPin>> list(Caller caller, RequestId request) {
        return store.write(in -> permitted(in, caller, AuditAction.PIN_HANDED_OVER, request, "request:" + request)
                .map(found -> in.escrow().confirmed(request)));
    }

    Answer<List<PinRelease>> releases(Caller caller, RequestId request) {
        return store.write(in -> permitted(in, caller, AuditAction.PIN_HANDED_OVER, request, "request:" + request)
                .map(found -> releases(in, request)));
    }

    private static List<PinRelease> releases(CentralTransaction in, RequestId request) {
        String subject = "recipient:" + request + "/";
        return in.audit().done(AuditAction.PIN_HANDED_OVER, subject, MOST_RELEASES).stream()
                .map(entry -> new PinRelease(
                        new RecipientId(
                                request,
                                Integer.parseInt(entry.event().subject().substring(subject.length()))),
                        entry.at(),
                        entry.event().actor(),
                        entry.event().facts().getOrDefault("reason", "")))
                .toList();
    }

    Answer<SealedPin> release(Caller caller, RecipientId recipient, String reason) {
        String subject = UnclearSearch.subject(recipient);
        return store.write(in -> permitted(in, caller, AuditAction.PIN_HANDED_OVER, recipient.request(), subject)
                .flatMap(found -> {
                    Optional<SealedPin> pin = locked(in, recipient.request(), Set.of(recipient.position())).stream()
                            .findFirst();
                    Optional<Problem> refusal = pin.isEmpty()
                            ? Optional.of(Problem.of(CentralProblem.NO_SUCH_PIN))
                            : refusal(in, caller, pin.get(), reason);
                    if (refusal.isPresent()) {
                        return CallContext.refuse(in, caller, AuditAction.PIN_HANDED_OVER, subject, refusal.get());
                    }
                    in.escrow().put(pin.get().with(pin.get().delivery().released(in.now())));
                    in.audit()
                            .append(AuditEvent.done(caller, AuditAction.PIN_HANDED_OVER, subject)
                                    .with("reason", reason.strip()));
                    return Answer.done(pin.get());
                }));
    }

    /** Returns the PINs of these positions as they are once their claims are locked, so that no concurrent change is lost. */
    private static List<SealedPin> locked(CentralTransaction in, RequestId request, Set<Integer> positions) {
        wanted(in, request, positions).stream().map(SealedPin::claim).sorted().forEach(in.enrolments()::lock);
        return wanted(in, request, positions);
    }

    private static List<SealedPin> wanted(CentralTransaction in, RequestId request, Set<Integer> positions) {
        return in.escrow().confirmed(request).stream()
                .filter(pin -> positions.contains(pin.recipient().position()))
                .toList();
    }

    private static Optional<Problem> refusal(CentralTransaction in, Caller caller, SealedPin pin, String reason) {
        RequestId request = pin.recipient().request();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(Problem.of(CentralProblem.BAD_CALL, "reason"));
        }
        boolean again = releases(in, request).stream()
                .anyMatch(release -> release.recipient().equals(pin.recipient())
                        && release.actor().equals(caller.actor())
                        && !release.at().isBefore(pin.kept()));
        if (again) {
            return Optional.of(Problem.of(CentralProblem.PIN_RELEASED));
        }
        if (in.audit().count(AuditAction.PIN_HANDED_OVER, in.now().minus(LIMIT_TIME)) >= MOST_IN_LIMIT_TIME) {
            return Optional.of(Problem.of(CentralProblem.TOO_MANY_CALLS, Long.toString(LIMIT_TIME.toSeconds())));
        }
        boolean own = in.settings().policy().approveAll()
                && in.requests()
                        .find(request)
                        .filter(it -> it.details().creator().equals(caller.actor()))
                        .isPresent();
        return own ? Optional.of(Problem.of(CentralProblem.OWN_REQUEST, request.value())) : Optional.empty();
    }

    private static Answer<ProvisioningRequest> permitted(
            CentralTransaction in, Caller caller, AuditAction action, RequestId request, String subject) {
        Optional<ProvisioningRequest> found = in.request(request);
        if (found.isEmpty()) {
            return Answer.failed(Problem.of(CentralProblem.NO_SUCH_REQUEST, request.value()));
        }
        Optional<Problem> lacking = caller.lacks(
                Privilege.VIEW_INITIAL_PIN,
                CallContext.place(in, request, found.get().directory()));
        return lacking.isPresent()
                ? CallContext.refuse(in, caller, action, subject, lacking.get())
                : Answer.done(found.get());
    }

    Answer<Set<Integer>> mark(Caller caller, RequestId request, Set<Integer> positions, Mark mark) {
        return store.write(in -> permitted(in, caller, mark.action, request, "request:" + request)
                .flatMap(found -> {
                    Map<Integer, SealedPin> pins = locked(in, request, positions).stream()
                            .collect(Collectors.toMap(pin -> pin.recipient().position(), Function.identity()));
                    for (int position : positions) {
                        Optional<Problem> refusal = refusal(Optional.ofNullable(pins.get(position)), position);
                        if (refusal.isPresent()) {
                            String subject = UnclearSearch.subject(new RecipientId(request, position));
                            return CallContext.refuse(in, caller, mark.action, subject, refusal.get());
                        }
                    }
                    Set<Integer> marked = new TreeSet<>(positions);
                    marked.removeIf(position ->
                            mark.time.apply(pins.get(position).delivery()).isPresent());
                    record(in, caller, marked.stream().map(pins::get).toList(), mark);
                    return Answer.done(marked);
                }));
    }

    private static Optional<Problem> refusal(Optional<SealedPin> pin, int position) {
        if (pin.isEmpty()) {
            return Optional.of(Problem.of(CentralProblem.NO_SUCH_PIN));
        }
        return pin.get().delivery().state() == PinDelivery.State.SEALED
                ? Optional.of(Problem.of(CentralProblem.PIN_NOT_RELEASED, Integer.toString(position)))
                : Optional.empty();
    }

    /** The trail is locked by its first entry, so that all rows are written before. */
    private static void record(CentralTransaction in, Caller caller, List<SealedPin> pins, Mark mark) {
        pins.forEach(pin -> in.escrow().put(pin.with(mark.change.apply(pin.delivery(), in.now()))));
        pins.forEach(
                pin -> in.audit().append(AuditEvent.done(caller, mark.action, UnclearSearch.subject(pin.recipient()))));
    }

    Map<RequestId, Integer> overdue(Caller caller) {
        return store.write(in -> {
            Map<RequestId, Integer> overdue =
                    new LinkedHashMap<>(in.escrow().unconfirmedSince(in.now().minus(PinDelivery.OVERDUE_AFTER)));
            overdue.keySet().removeIf(request -> in.request(request)
                    .filter(it ->
                            caller.may(Privilege.VIEW_INITIAL_PIN, CallContext.place(in, request, it.directory())))
                    .isEmpty());
            return overdue;
        });
    }
}
