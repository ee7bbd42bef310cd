package org.keyhopper.central.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.escrow.PinRelease;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.escrow.SealedPins;
import org.keyhopper.central.pickup.PickUpKey;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * The escrow in the database.
 *
 * @param pickUp the key for copies that people pick up; empty while that is off
 */
public record StoredEscrow(CentralStore store, SealedPins pins, Optional<PickUpKey> pickUp) implements Escrow {

    private static final int LONGEST_REASON = 200;
    private static final int MOST_IN_LIMIT_TIME = 100;
    private static final int MOST_RELEASES = 100_000;
    private static final Duration LIMIT_TIME = Duration.ofHours(1);
    private static final Set<State> ENDED = EnumSet.of(State.PROVED, State.RELEASED);

    @Override
    public Optional<byte[]> certificate() {
        return pins.certificate();
    }

    @Override
    public Optional<byte[]> pickUpCertificate() {
        return pickUp.map(PickUpKey::certificate);
    }

    @Override
    public Answer<Boolean> keep(
            Caller station, String stationKey, long claim, byte[] sealed, Optional<byte[]> forPickUp) {
        String context = CallContext.subject(claim);
        Optional<byte[]> copy = pickUp.flatMap(key -> forPickUp);
        Optional<Problem> invalid = pins.check(sealed, stationKey, context)
                .or(() -> copy.flatMap(it -> pickUp.orElseThrow().check(it, stationKey, context)));
        return store.write(in -> open(in, station, AuditAction.PIN_KEPT, claim)
                .flatMap(enrolment -> invalid.isPresent()
                        ? refuse(in, station, AuditAction.PIN_KEPT, claim, invalid.get())
                        : kept(in, station, enrolment, sealed, copy)));
    }

    private static Answer<Boolean> kept(
            CentralTransaction in, Caller station, Enrolment enrolment, byte[] sealed, Optional<byte[]> forPickUp) {
        Optional<SealedPin> before = in.escrow().find(enrolment.claim());
        if (before.isPresent() && Arrays.equals(before.get().sealed(), sealed)) {
            return Answer.done(true);
        }
        if (before.isPresent() && before.get().confirmed()) {
            Problem problem = Problem.of(CentralProblem.OUT_OF_ORDER, "CONFIRMED");
            return refuse(in, station, AuditAction.PIN_KEPT, enrolment.claim(), problem);
        }
        in.escrow().put(new SealedPin(enrolment.claim(), enrolment.recipient(), sealed, false, in.now()));
        in.pickUps().remove(enrolment.claim());
        forPickUp.ifPresent(copy -> in.pickUps().put(enrolment.claim(), enrolment.recipient(), copy, in.now()));
        in.audit().append(CallContext.done(station, AuditAction.PIN_KEPT, enrolment));
        return Answer.done(true);
    }

    @Override
    public Answer<Boolean> confirm(Caller station, long claim) {
        return store.write(
                in -> open(in, station, AuditAction.PIN_CONFIRMED, claim).flatMap(enrolment -> {
                    Optional<SealedPin> pin = in.escrow().find(claim);
                    if (pin.isEmpty()) {
                        Problem problem = Problem.of(CentralProblem.NO_SUCH_PIN);
                        return refuse(in, station, AuditAction.PIN_CONFIRMED, claim, problem);
                    }
                    if (!pin.get().confirmed()) {
                        SealedPin confirmed = new SealedPin(
                                claim,
                                pin.get().recipient(),
                                pin.get().sealed(),
                                true,
                                pin.get().kept());
                        in.escrow().put(confirmed);
                        in.audit().append(CallContext.done(station, AuditAction.PIN_CONFIRMED, enrolment));
                    }
                    return Answer.done(true);
                }));
    }

    /** Returns the enrolment of a current claim that has not ended. */
    private static Answer<Enrolment> open(CentralTransaction in, Caller station, AuditAction action, long claim) {
        return CallContext.own(in, station, action, claim)
                .flatMap(own -> CallContext.current(in, station, action, own, Map.of()))
                .flatMap(current -> ENDED.contains(current.state())
                        ? CallContext.outOfOrder(in, station, action, current)
                        : Answer.done(current));
    }

    private static <T> Answer<T> refuse(
            CentralTransaction in, Caller station, AuditAction action, long claim, Problem problem) {
        return CallContext.refuse(in, station, action, CallContext.subject(claim), problem);
    }

    @Override
    public Answer<List<SealedPin>> list(Caller caller, RequestId request) {
        return store.write(in -> permitted(in, caller, request, "request:" + request)
                .map(found -> in.escrow().confirmed(request)));
    }

    @Override
    public Answer<List<PinRelease>> releases(Caller caller, RequestId request) {
        return store.write(
                in -> permitted(in, caller, request, "request:" + request).map(found -> releases(in, request)));
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

    @Override
    public Answer<SealedPin> handOver(Caller caller, RecipientId recipient, String reason) {
        String subject = UnclearSearch.subject(recipient);
        return store.write(
                in -> permitted(in, caller, recipient.request(), subject).flatMap(found -> {
                    Optional<SealedPin> pin = in.escrow().confirmed(recipient.request()).stream()
                            .filter(it -> it.recipient().equals(recipient))
                            .findFirst();
                    Optional<Problem> refusal = pin.isEmpty()
                            ? Optional.of(Problem.of(CentralProblem.NO_SUCH_PIN))
                            : refusal(in, caller, pin.get(), reason);
                    if (refusal.isPresent()) {
                        return CallContext.refuse(in, caller, AuditAction.PIN_HANDED_OVER, subject, refusal.get());
                    }
                    in.audit()
                            .append(AuditEvent.done(caller, AuditAction.PIN_HANDED_OVER, subject)
                                    .with("reason", reason.strip()));
                    return Answer.done(pin.get());
                }));
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
            CentralTransaction in, Caller caller, RequestId request, String subject) {
        Optional<ProvisioningRequest> found = in.request(request);
        if (found.isEmpty()) {
            return Answer.failed(Problem.of(CentralProblem.NO_SUCH_REQUEST, request.value()));
        }
        Optional<Problem> lacking = caller.lacks(
                Privilege.VIEW_INITIAL_PIN,
                CallContext.place(in, request, found.get().directory()));
        return lacking.isPresent()
                ? CallContext.refuse(in, caller, AuditAction.PIN_HANDED_OVER, subject, lacking.get())
                : Answer.done(found.get());
    }
}
