package org.keyhopper.central.internal;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.reconcile.ProofOrder;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.RecipientId;

/** Claims an unclear recipient for the proof of the passkey that is registered already. */
record ProofClaimCall(CallContext context) {

    private static final AuditAction ACTION = AuditAction.CLAIM;

    Answer<ProofOrder> claim(Caller caller, RecipientId id, ClaimOrder order) {
        Optional<Answer<ProofOrder>> before = context.store().write(in -> repeated(in, caller, id, order));
        if (before.isPresent()) {
            return before.get();
        }
        UnclearSearch search = new UnclearSearch(context, ACTION);
        try (Reservation reservation = new Reservation(context)) {
            Answer<UnclearSearch.Subject> taken =
                    context.store().write(in -> search.take(in, reservation, caller, Privilege.PROVISION_NOW, id));
            return taken.flatMap(subject -> context.directories()
                    .use(subject.directory(), directory -> search.search(directory, subject))
                    .flatMap((UnclearSearch.Listed listed) ->
                            search.store(reservation, subject, in -> claimed(in, caller, subject, listed, order))));
        }
    }

    private static Optional<Answer<ProofOrder>> repeated(
            CentralTransaction in, Caller caller, RecipientId id, ClaimOrder order) {
        return in.enrolments()
                .claimedWith(caller.holder(), order.idempotencyKey())
                .map(enrolment -> enrolment.recipient().equals(id) && enrolment.state() == State.PROVING
                        ? CallContext.current(in, caller, ACTION, enrolment, Map.of())
                                .map(current -> answer(in, current))
                        : CallContext.refuse(
                                in,
                                caller,
                                ACTION,
                                UnclearSearch.subject(id),
                                Problem.of(CentralProblem.IDEMPOTENCY_KEY_REUSED)));
    }

    private Answer<ProofOrder> claimed(
            CentralTransaction in,
            Caller caller,
            UnclearSearch.Subject subject,
            UnclearSearch.Listed listed,
            ClaimOrder order) {
        if (listed.finding() != ReconcileResult.Finding.PRESENT) {
            Problem problem = Problem.of(CentralProblem.NO_SUCH_PASSKEY, "");
            return CallContext.refuse(in, caller, ACTION, UnclearSearch.subject(subject.id()), problem);
        }
        Optional<Problem> tooMany =
                ClaimCall.tooMany(in, caller, order.printer().orElse(""));
        if (tooMany.isPresent()) {
            return CallContext.refuse(in, caller, ACTION, UnclearSearch.subject(subject.id()), tooMany.get());
        }
        Enrolment begun = subject.enrolmentWithCredential()
                .orElseThrow()
                .proving(listed.passkeys().getFirst().id(), BeginCall.challenge(context.random()));
        Enrolment claimed = in.unclear().claim(begun, caller.holder(), order, Enrolments.CLAIM_LIFE);
        in.audit()
                .append(AuditEvent.done(caller, ACTION, CallContext.subject(claimed))
                        .with("recipient", UnclearSearch.name(subject.id()))
                        .with("for", "proof"));
        return Answer.done(answer(in, claimed));
    }

    private static ProofOrder answer(CentralTransaction in, Enrolment enrolment) {
        return new ProofOrder(
                enrolment.claim(),
                in.enrolments().expiry(enrolment.claim()).orElseThrow(),
                enrolment.recipient(),
                in.recipient(enrolment.recipient()).orElseThrow().recipient(),
                enrolment.made().orElseThrow().credential().id(),
                enrolment.options().relyingParty().id(),
                enrolment.begun().orElseThrow().device(),
                BeginCall.proofClientData(enrolment));
    }
}
