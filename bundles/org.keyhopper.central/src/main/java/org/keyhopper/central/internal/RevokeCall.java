package org.keyhopper.central.internal;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.run.RunProblem;

/** Deletes the passkey of an unclear recipient from the directory, since its device is not at hand. */
record RevokeCall(CallContext context) {

    private static final AuditAction ACTION = AuditAction.REVOKE;

    Answer<ReconcileResult> revoke(Caller caller, RecipientId id, String passkey) {
        UnclearSearch search = new UnclearSearch(context, ACTION);
        try (Reservation reservation = new Reservation(context)) {
            Answer<UnclearSearch.Subject> taken =
                    context.store().write(in -> search.take(in, reservation, caller, Privilege.REVOKE_DEVICES, id));
            return taken.flatMap(subject -> context.directories()
                    .use(subject.directory(), directory -> search.search(directory, subject)
                            .flatMap(listed -> deleted(directory, caller, subject, listed, passkey)))
                    .flatMap((UnclearSearch.Listed left) ->
                            search.store(reservation, subject, in -> revoked(in, caller, subject, left, passkey))));
        }
    }

    /** Returns what is left to decide about. A repeated call finds the passkey gone, and may have deleted it itself. */
    private Answer<UnclearSearch.Listed> deleted(
            Directory directory,
            Caller caller,
            UnclearSearch.Subject subject,
            UnclearSearch.Listed listed,
            String passkey) {
        boolean found = listed.handles().contains(passkey);
        if (!found && !wasStored(subject, passkey)) {
            return context.store()
                    .write(in -> CallContext.refuse(
                            in,
                            caller,
                            ACTION,
                            UnclearSearch.subject(subject.id()),
                            Problem.of(CentralProblem.NO_SUCH_PASSKEY, passkey)));
        }
        Answer<Boolean> deleted = directory.passkeys().delete(listed.user(), passkey);
        if (deleted.failure().isPresent()) {
            return Answer.unclear(deleted.failure().get());
        }
        return Answer.done(new UnclearSearch.Listed(
                listed.user(),
                ReconcileResult.Finding.REVOKED,
                listed.passkeys().stream()
                        .filter(other -> !other.id().equals(passkey))
                        .toList()));
    }

    private static boolean wasStored(UnclearSearch.Subject subject, String passkey) {
        return subject.last().flatMap(Enrolment::passkeyId).equals(Optional.of(passkey));
    }

    private static Answer<ReconcileResult> revoked(
            CentralTransaction in,
            Caller caller,
            UnclearSearch.Subject subject,
            UnclearSearch.Listed left,
            String passkey) {
        Outcome outcome = left.passkeys().isEmpty() ? Outcome.FAILED : Outcome.UNCLEAR;
        if (outcome == Outcome.FAILED) {
            subject.last().ifPresent(enrolment -> in.enrolments().put(enrolment.in(State.RELEASED)));
            subject.enrolmentWithCredential().ifPresent(enrolment -> in.unclear()
                    .mark(enrolment.made().orElseThrow().credential().id(), InventoryEntry.State.REVOKED));
            in.unclear()
                    .settle(
                            subject.id(),
                            OutcomeRecord.withoutCeremony(outcome, Problem.of(RunProblem.DEVICE_GIVEN_UP), in.now()));
        }
        in.audit()
                .append(AuditEvent.done(caller, ACTION, UnclearSearch.subject(subject.id()))
                        .with("passkey", passkey)
                        .with("outcome", outcome.name()));
        return Answer.done(new ReconcileResult(
                subject.id(), outcome, ReconcileResult.Finding.REVOKED, left.handles(), Optional.empty()));
    }
}
