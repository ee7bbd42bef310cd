package org.keyhopper.core.internal.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.ceremony.RegistrationSearch;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests.Lease;
import org.keyhopper.core.run.RunProblem;

/**
 * Settles one ceremony that nobody saw end. What is registered and can be proved on a device that is plugged in counts;
 * what is registered and cannot be proved is removed again; what cannot be told stays unclear.
 */
record Settlement(
        JournalReconciler parts, Lease lease, ProvisioningRequest request, Passkeys passkeys, DeviceCare devices) {

    OutcomeRecord of(RecipientState recipient, Remains remains) {
        DirectoryUser user = remains.userOf(recipient);
        Case settled = new Case(recipient, remains, user);
        if (!remains.reached(JournalPoint.REGISTERING)) {
            return nothingRegistered(settled);
        }
        RegistrationSearch search = new RegistrationSearch(passkeys, user, parts.patience());
        return switch (search.find(remains.madeCredential().orElseThrow(), remains.handle())) {
            case RegistrationSearch.Finding.Unknown(Problem problem) -> unclear(settled, problem);
            case RegistrationSearch.Finding.Absent() -> nothingRegistered(settled);
            case RegistrationSearch.Finding.Present(RegisteredPasskey passkey) -> prove(settled, passkey);
        };
    }

    /** One recipient's ceremony. */
    private record Case(RecipientState recipient, Remains remains, DirectoryUser user) {

        /** Returns why the attempt failed, when it got as far as to say so. */
        Optional<Problem> ownReason() {
            Optional<String> cause = remains.fact(JournalFacts.CAUSE);
            return recipient
                    .last()
                    .flatMap(OutcomeRecord::problem)
                    .filter(problem -> cause.equals(Optional.of(problem.code().id())));
        }
    }

    private OutcomeRecord prove(Case settled, RegisteredPasskey passkey) {
        if (settled.remains().isComplete() || devices.completes(settled.remains(), request.profile())) {
            return provisioned(settled, passkey);
        }
        requireCurrentLease();
        Optional<Problem> trouble =
                passkeys.delete(settled.user(), passkey.id()).trouble();
        return trouble.isPresent()
                ? unclear(settled, trouble.get())
                : failed(settled, RunProblem.INTERRUPTED_AND_REVOKED);
    }

    /** The directory may still wait for the end of an enrolment, also of one whose beginning nobody saw end. */
    private OutcomeRecord nothingRegistered(Case settled) {
        requireCurrentLease();
        Optional<Problem> trouble =
                passkeys.abandon(settled.user(), settled.remains().options()).trouble();
        return trouble.isPresent() ? unclear(settled, trouble.get()) : failed(settled, RunProblem.INTERRUPTED);
    }

    private OutcomeRecord provisioned(Case settled, RegisteredPasskey passkey) {
        MadePasskey made = made(settled.remains(), Optional.of(passkey.id()));
        Instant now = clock().instant();
        parts.records()
                .inventory()
                .put(
                        lease,
                        new InventoryEntry(
                                made.credentialId(),
                                settled.remains().rpId(),
                                made.aaguid(),
                                settled.remains().fact(JournalFacts.MODEL).orElse(""),
                                made.serial(),
                                request.directory(),
                                settled.user().id(),
                                settled.user().displayName(),
                                passkey.id(),
                                settled.recipient().id(),
                                InventoryEntry.State.IN_USE,
                                now));
        return record(Outcome.PROVISIONED, Optional.empty(), Optional.of(made), List.of());
    }

    private static MadePasskey made(Remains remains, Optional<String> passkeyId) {
        return new MadePasskey(
                remains.madeCredential().orElseThrow(),
                passkeyId,
                remains.fact(JournalFacts.AAGUID).map(UUID::fromString).orElseThrow(),
                remains.fact(JournalFacts.DEVICE_NAME).orElse(""),
                remains.fact(JournalFacts.SERIAL));
    }

    /** Keeps the reason of an attempt that told one; otherwise the interruption is the reason. */
    private OutcomeRecord failed(Case settled, RunProblem interruption) {
        List<Problem> left = devices.clean(settled.remains(), request.profile());
        Problem reason = settled.ownReason().orElse(Problem.of(interruption));
        return record(Outcome.FAILED, Optional.of(reason), Optional.empty(), left);
    }

    private OutcomeRecord unclear(Case settled, Problem obstacle) {
        Remains remains = settled.remains();
        Optional<MadePasskey> made =
                remains.madeCredential().map(id -> made(remains, remains.fact(JournalFacts.PASSKEY_ID)));
        Optional<Problem> own = settled.ownReason();
        List<Problem> notes = new ArrayList<>();
        own.ifPresent(reason -> notes.add(obstacle));
        return record(Outcome.UNCLEAR, Optional.of(own.orElse(obstacle)), made, notes);
    }

    private OutcomeRecord record(
            Outcome outcome, Optional<Problem> problem, Optional<MadePasskey> made, List<Problem> notes) {
        return new OutcomeRecord(outcome, problem, made, notes, clock().instant(), Duration.ZERO);
    }

    /** What the directory and the device have meanwhile may be the work of the one who took the request over. */
    private void requireCurrentLease() {
        parts.records().requests().requireCurrent(lease);
    }

    private Clock clock() {
        return parts.clock();
    }
}
