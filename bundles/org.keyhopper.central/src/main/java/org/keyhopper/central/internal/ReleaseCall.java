package org.keyhopper.central.internal;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.run.RunProblem;

/**
 * Takes a claim back. What was begun at the directory is removed; the recipient is FAILED if device and directory are
 * clean, and stays UNCLEAR otherwise.
 */
record ReleaseCall(CallContext context) {

    private static final AuditAction ACTION = AuditAction.RELEASE;

    /** A reason that a station gave, which need not be one that Central knows. */
    private record ReportedCode(String id) implements ProblemCode {}

    Answer<Outcome> release(Caller caller, long claim, ReleaseOrder order) {
        try (Reservation reservation = new Reservation(context)) {
            Answer<Enrolment> reserved = context.store().write(in -> reserve(in, reservation, caller, claim, order));
            reserved.result().ifPresent(enrolment -> context.ahead().forget(claim));
            return reserved.flatMap(
                    enrolment -> enrolment.state() == State.RELEASED || enrolment.state() == State.PROVED
                            ? Answer.done(outcomeOf(enrolment))
                            : end(reservation, caller, enrolment, order, isDirectoryClean(enrolment)));
        }
    }

    private static Answer<Enrolment> reserve(
            CentralTransaction in, Reservation reservation, Caller caller, long claim, ReleaseOrder order) {
        return CallContext.own(in, caller, ACTION, claim)
                .flatMap(own -> own.state() == State.RELEASED || own.state() == State.PROVED
                        ? Answer.done(own)
                        : CallContext.current(in, caller, ACTION, own, Map.of("reason", order.reason()))
                                .flatMap(current -> reservation.take(in, caller, ACTION, current)));
    }

    private Outcome outcomeOf(Enrolment enrolment) {
        return context.store()
                .write(in -> in.recipient(enrolment.recipient()).orElseThrow().outcome());
    }

    private boolean isDirectoryClean(Enrolment enrolment) {
        if (enrolment.state() == State.CLAIMED) {
            return true;
        }
        Optional<DirectoryUser> user = enrolment.begun().orElseThrow().user();
        if (user.isEmpty() || enrolment.state() == State.PROVING) {
            return false;
        }
        Answer<Boolean> removed =
                context.directories().use(enrolment.directory(), directory -> remove(directory.passkeys(), enrolment));
        return removed instanceof Answer.Done<Boolean>;
    }

    private Answer<Boolean> remove(Passkeys passkeys, Enrolment enrolment) {
        if (enrolment.passkeyId().isPresent()) {
            return passkeys.delete(enrolment.user(), enrolment.passkeyId().get());
        }
        if (enrolment.made().isEmpty()) {
            return passkeys.abandon(enrolment.user(), enrolment.options().enrolmentId());
        }
        boolean mayArrive = mayArrive(enrolment);
        return PasskeySearch.forEnrolment(passkeys, enrolment)
                .find()
                .flatMap((Optional<RegisteredPasskey> found) -> found.isPresent()
                        ? passkeys.delete(enrolment.user(), found.get().id())
                        : passkeys.abandon(enrolment.user(), enrolment.options().enrolmentId())
                                .flatMap(removed -> mayArrive
                                        ? Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER))
                                        : Answer.done(removed)));
    }

    /** A registration without an answer may reach the directory for a while, in which no list proves its absence. */
    private boolean mayArrive(Enrolment enrolment) {
        return enrolment.state() == State.REGISTERING
                && !context.store().write(CentralTransaction::now).isAfter(UnclearSearch.certainlyAbsent(enrolment));
    }

    private static Answer<Outcome> end(
            Reservation reservation, Caller caller, Enrolment enrolment, ReleaseOrder order, boolean directoryClean) {
        return reservation.store(in -> {
            in.enrolments().put(enrolment.in(State.RELEASED));
            Outcome outcome = settled(in, enrolment, order, directoryClean);
            AuditEvent event = CallContext.done(caller, ACTION, enrolment)
                    .with("outcome", outcome.name())
                    .with("reason", order.reason());
            boolean removed = directoryClean && enrolment.passkeyId().isPresent();
            in.audit().append(removed ? event.with("passkey", "removed") : event);
            return Answer.done(outcome);
        });
    }

    private static Outcome settled(
            CentralTransaction in, Enrolment enrolment, ReleaseOrder order, boolean directoryClean) {
        boolean begun = enrolment.state() != State.CLAIMED;
        if (!begun && !order.skip() && order.reason().isEmpty()) {
            in.enrolments().release(enrolment.claim());
            return in.recipient(enrolment.recipient()).orElseThrow().outcome();
        }
        Outcome outcome = begun
                ? (directoryClean && order.deviceClean() ? Outcome.FAILED : Outcome.UNCLEAR)
                : (order.skip() ? Outcome.SKIPPED : Outcome.FAILED);
        in.enrolments().settle(enrolment, ProofCall.outcome(enrolment, outcome, Optional.of(reason(order)), in.now()));
        return outcome;
    }

    private static Problem reason(ReleaseOrder order) {
        if (order.skip()) {
            return Problem.of(RunProblem.SKIPPED);
        }
        return order.reason().isEmpty() ? Problem.of(RunProblem.STOPPED) : Problem.of(new ReportedCode(order.reason()));
    }
}
