package org.keyhopper.central.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.run.RunProblem;

/** Decides about an unclear recipient by what is stored and what the directory lists. */
record ReconcileCall(CallContext context) {

    private static final AuditAction ACTION = AuditAction.RECONCILE;

    Answer<ReconcileResult> reconcile(Caller caller, RecipientId id) {
        UnclearSearch search = new UnclearSearch(context, ACTION);
        try (Reservation reservation = new Reservation(context)) {
            Answer<UnclearSearch.Subject> taken =
                    context.store().write(in -> search.take(in, reservation, caller, Privilege.PROVISION_NOW, id));
            return taken.flatMap(subject -> context.directories()
                    .use(subject.directory(), directory -> search.search(directory, subject)
                            .flatMap(listed -> withoutPending(directory, subject, listed)))
                    .flatMap((UnclearSearch.Listed listed) ->
                            search.store(reservation, subject, in -> decided(in, caller, subject, listed))));
        }
    }

    /** What was begun and never registered is removed from the directory before the recipient is provisioned again. */
    private static Answer<UnclearSearch.Listed> withoutPending(
            Directory directory, UnclearSearch.Subject subject, UnclearSearch.Listed listed) {
        boolean mayBePending = listed.finding() == ReconcileResult.Finding.ABSENT
                && subject.last()
                        .filter(enrolment -> enrolment.state() != State.CLAIMED)
                        .isPresent();
        if (!mayBePending) {
            return Answer.done(listed);
        }
        String enrolmentId = subject.last()
                .flatMap(Enrolment::begun)
                .flatMap(Enrolment.Begun::options)
                .map(EnrolmentOptions::enrolmentId)
                .orElse("");
        Answer<Boolean> removed = directory.passkeys().abandon(listed.user(), enrolmentId);
        return removed.failure().isPresent() ? Answer.unclear(removed.failure().get()) : Answer.done(listed);
    }

    private static Answer<ReconcileResult> decided(
            CentralTransaction in, Caller caller, UnclearSearch.Subject subject, UnclearSearch.Listed listed) {
        Outcome outcome = Outcome.UNCLEAR;
        Optional<Instant> until = Optional.empty();
        switch (listed.finding()) {
            case ABSENT -> outcome = absent(in, subject);
            case MAY_ARRIVE -> until = subject.enrolmentWithCredential().map(UnclearSearch::certainlyAbsent);
            // What a restored backup does not know keeps its reason.
            case UNKNOWN_PASSKEYS -> outcome = Outcome.UNCLEAR;
            default -> in.unclear().settle(subject.id(), present(subject, in.now()));
        }
        in.audit()
                .append(AuditEvent.done(caller, ACTION, UnclearSearch.subject(subject.id()))
                        .with("finding", listed.finding().name())
                        .with("outcome", outcome.name())
                        .with("passkeys", String.join(" ", listed.handles())));
        return Answer.done(new ReconcileResult(subject.id(), outcome, listed.finding(), listed.handles(), until));
    }

    /** A recipient for whom nothing was begun is as before; otherwise the attempt failed, and may have left a credential. */
    private static Outcome absent(CentralTransaction in, UnclearSearch.Subject subject) {
        Optional<Enrolment> begun = subject.last().filter(enrolment -> enrolment.state() != State.CLAIMED);
        if (begun.isEmpty()) {
            in.unclear().reopen(subject.id());
            return Outcome.PENDING;
        }
        in.enrolments().put(begun.get().in(State.RELEASED));
        List<Problem> notes =
                begun.get().begun().flatMap(Enrolment.Begun::options).isPresent()
                        ? List.of(Problem.of(RunProblem.MAY_HOLD_CREDENTIAL))
                        : List.of();
        in.unclear()
                .settle(
                        subject.id(),
                        new OutcomeRecord(
                                Outcome.FAILED,
                                Optional.of(Problem.of(RunProblem.INTERRUPTED)),
                                Optional.empty(),
                                notes,
                                in.now(),
                                Duration.ZERO));
        return Outcome.FAILED;
    }

    private static OutcomeRecord present(UnclearSearch.Subject subject, Instant now) {
        Enrolment enrolment = subject.enrolmentWithCredential().orElseThrow();
        DeviceReport device = enrolment.begun().orElseThrow().device();
        String label = (device.model() + " " + device.serial().orElse("")).strip();
        Problem problem = Problem.of(RunProblem.DEVICE_NEEDED_TO_PROVE, label);
        return ProofCall.outcome(enrolment, Outcome.UNCLEAR, Optional.of(problem), now);
    }
}
