package org.keyhopper.central.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** What reconciling calls have in common: the check before, and the search at the directory. */
record UnclearSearch(CallContext context, AuditAction action) {

    /** Absence in a directory's list counts from this time on after the options expired, since lists are late. */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** The reasons that a restored backup leaves. */
    private static final Set<String> AFTER_RESTORE =
            Set.of(CentralProblem.RESTORED.id(), CentralProblem.FOUND_AFTER_RESTORE.id());

    /**
     * A recipient as it was found.
     *
     * @param last the last enrolment, reserved for this call
     * @param restored whether a restored backup may lack what was done later
     */
    record Subject(
            RecipientState recipient, String directory, Optional<Enrolment> last, boolean restored, Instant now) {

        Optional<Enrolment> enrolmentWithCredential() {
            return last.filter(enrolment -> enrolment.made().isPresent());
        }

        RecipientId id() {
            return recipient.id();
        }
    }

    /** Passkeys at the directory that concern the recipient, with the account. */
    record Listed(DirectoryUser user, ReconcileResult.Finding finding, List<RegisteredPasskey> passkeys) {

        List<String> handles() {
            return passkeys.stream().map(RegisteredPasskey::id).toList();
        }
    }

    static String subject(RecipientId recipient) {
        return "recipient:" + name(recipient);
    }

    static String name(RecipientId recipient) {
        return recipient.request() + "/" + recipient.position();
    }

    Answer<Subject> take(
            CentralTransaction in, Reservation reservation, Caller caller, Privilege privilege, RecipientId id) {
        Optional<ProvisioningRequest> request = in.request(id.request());
        Optional<RecipientState> recipient = in.recipient(id);
        if (request.isEmpty() || recipient.isEmpty()) {
            return refuse(
                    in,
                    caller,
                    id,
                    Problem.of(CentralProblem.NO_SUCH_REQUEST, id.request().value()));
        }
        Optional<Problem> lacking = caller.lacks(
                privilege, CallContext.place(in, id.request(), request.get().directory()));
        if (lacking.isPresent()) {
            return refuse(in, caller, id, lacking.get());
        }
        Optional<Enrolment> last = in.unclear().lockLast(id);
        boolean claimed =
                in.unclear().claimedUntil(id).filter(in.now()::isBefore).isPresent();
        Optional<Outcome> outcome = in.unclear().lockOutcome(id);
        if (!outcome.equals(Optional.of(Outcome.UNCLEAR))) {
            return refuse(
                    in,
                    caller,
                    id,
                    Problem.of(CentralProblem.NOT_UNCLEAR, outcome.orElseThrow().name()));
        }
        if (claimed) {
            return refuse(in, caller, id, Problem.of(CentralProblem.IN_PROGRESS));
        }
        boolean restored = recipient.get().last().stream()
                .flatMap(it -> it.problem().stream())
                .anyMatch(problem -> AFTER_RESTORE.contains(problem.code().id()));
        Subject subject = new Subject(recipient.get(), request.get().directory(), last, restored, in.now());
        return last.isEmpty()
                ? Answer.done(subject)
                : reservation.take(in, caller, action, last.get()).map(taken -> subject);
    }

    private <T> Answer<T> refuse(CentralTransaction in, Caller caller, RecipientId id, Problem problem) {
        return CallContext.refuse(in, caller, action, subject(id), problem);
    }

    /** Searches by the stored credential, or after a restored backup among the passkeys that the inventory lacks. */
    Answer<Listed> search(Directory directory, Subject subject) {
        Answer<Listed> found = account(directory, subject)
                .flatMap(user -> subject.enrolmentWithCredential().isPresent()
                        ? stored(directory.passkeys(), user, subject)
                                .flatMap((Listed listed) ->
                                        listed.finding() == ReconcileResult.Finding.ABSENT && subject.restored()
                                                ? unknown(directory.passkeys(), user, subject)
                                                : Answer.done(listed))
                        : unknown(directory.passkeys(), user, subject));
        // Looking has no effect; what it does not tell is not known.
        return found instanceof Answer.Failed<Listed>(Problem problem) ? Answer.unclear(problem) : found;
    }

    /** An account that was disabled since may still have the passkey. */
    private static Answer<DirectoryUser> account(Directory directory, Subject subject) {
        Optional<DirectoryUser> known = subject.last().flatMap(Enrolment::begun).flatMap(Enrolment.Begun::user);
        return known.isPresent() ? Answer.done(known.get()) : AccountSearch.same(directory, subject.recipient());
    }

    private static Answer<Listed> stored(Passkeys passkeys, DirectoryUser user, Subject subject) {
        Enrolment enrolment = subject.enrolmentWithCredential().orElseThrow();
        Answer<Optional<RegisteredPasskey>> found =
                PasskeySearch.forEnrolment(passkeys, enrolment).find();
        return found.map(passkey -> passkey.isPresent()
                ? new Listed(user, ReconcileResult.Finding.PRESENT, List.of(passkey.get()))
                : new Listed(
                        user,
                        subject.now().isAfter(certainlyAbsent(enrolment))
                                ? ReconcileResult.Finding.ABSENT
                                : ReconcileResult.Finding.MAY_ARRIVE,
                        List.of()));
    }

    /** Returns from when on absence in the directory's list counts. */
    static Instant certainlyAbsent(Enrolment enrolment) {
        return enrolment.options().expires().plus(LATE);
    }

    private Answer<Listed> unknown(Passkeys passkeys, DirectoryUser user, Subject subject) {
        if (!subject.restored()) {
            // Central registers nothing that it has not stored before.
            return Answer.done(new Listed(user, ReconcileResult.Finding.ABSENT, List.of()));
        }
        List<InventoryEntry> known =
                context.store().write(in -> in.unclear().devicesOf(subject.directory(), user.id()));
        return passkeys.list(user).map((List<RegisteredPasskey> listed) -> {
            List<RegisteredPasskey> unknown = listed.stream()
                    .filter(passkey -> known.stream().noneMatch(entry -> isEntry(passkey, entry)))
                    .toList();
            return new Listed(
                    user,
                    unknown.isEmpty() ? ReconcileResult.Finding.ABSENT : ReconcileResult.Finding.UNKNOWN_PASSKEYS,
                    unknown);
        });
    }

    private static boolean isEntry(RegisteredPasskey passkey, InventoryEntry entry) {
        return passkey.credentialIds().isEmpty()
                ? passkey.id().equals(entry.passkeyId())
                : passkey.credentialIds().contains(entry.credential());
    }

    /** Stores the result if the recipient is as it was; the reservation of its enrolment ends. */
    <T> Answer<T> store(Reservation reservation, Subject subject, Function<CentralTransaction, Answer<T>> work) {
        return subject.last().isPresent()
                ? reservation.store(work)
                : context.store().write(in -> {
                    boolean changed = in.unclear().lockLast(subject.id()).isPresent()
                            || !in.unclear().lockOutcome(subject.id()).equals(Optional.of(Outcome.UNCLEAR));
                    return changed ? Answer.unclear(Problem.of(CentralProblem.IN_PROGRESS)) : work.apply(in);
                });
    }
}
