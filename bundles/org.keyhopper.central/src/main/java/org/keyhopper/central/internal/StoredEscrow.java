package org.keyhopper.central.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
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
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * The escrow in the database.
 *
 * @param pickUp the key for copies that people pick up; empty while that is off
 */
public record StoredEscrow(CentralStore store, SealedPins pins, Optional<PickUpKey> pickUp) implements Escrow {

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
        in.escrow().put(SealedPin.proposed(enrolment.claim(), enrolment.recipient(), sealed, in.now()));
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
                        in.escrow().put(pin.get().accepted());
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
        return office().list(caller, request);
    }

    private PinOfficeCalls office() {
        return new PinOfficeCalls(store);
    }

    @Override
    public Answer<List<PinRelease>> releases(Caller caller, RequestId request) {
        return office().releases(caller, request);
    }

    @Override
    public Answer<SealedPin> release(Caller caller, RecipientId recipient, String reason) {
        return office().release(caller, recipient, reason);
    }

    @Override
    public Answer<Set<Integer>> handOver(Caller caller, RequestId request, Set<Integer> positions) {
        return office().mark(caller, request, positions, PinOfficeCalls.Mark.DELIVERED);
    }

    @Override
    public Answer<Set<Integer>> confirmReceipt(Caller caller, RequestId request, Set<Integer> positions) {
        return office().mark(caller, request, positions, PinOfficeCalls.Mark.RECEIVED);
    }

    @Override
    public Map<RequestId, Integer> overdue(Caller caller) {
        return office().overdue(caller);
    }
}
