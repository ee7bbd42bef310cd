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
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests.Lease;
import org.keyhopper.core.run.RunProblem;

/**
 * Settles one ceremony that was not seen to end. What is registered and proved on its device counts; what its device
 * refutes is removed from the directory; what cannot be told stays as it is.
 */
record Settlement(
        JournalReconciler parts, Lease lease, ProvisioningRequest request, Passkeys passkeys, DeviceCare devices) {

    /**
     * What a look came to.
     *
     * @param outcome how the recipient stands now
     * @param awaited the device with which more could be said
     */
    record Finding(OutcomeRecord outcome, Optional<AwaitedDevice> awaited) {}

    /**
     * Settles it as far as that is possible now.
     *
     * @param givenUp whether the operator said that its device is gone for good
     */
    Finding of(RecipientState recipient, Remains remains, boolean givenUp) {
        DirectoryUser user = remains.userOf(recipient);
        Case settled = new Case(recipient, remains, user, givenUp);
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
    private record Case(RecipientState recipient, Remains remains, DirectoryUser user, boolean givenUp) {

        /** Returns why the attempt failed, when it got as far as to say so. */
        Optional<Problem> ownReason() {
            Optional<String> cause = remains.fact(JournalFacts.CAUSE);
            return recipient
                    .last()
                    .flatMap(OutcomeRecord::problem)
                    .filter(problem -> cause.equals(Optional.of(problem.code().id())));
        }
    }

    private Finding prove(Case settled, RegisteredPasskey passkey) {
        if (settled.remains().isComplete()) {
            return provisioned(settled, passkey);
        }
        return switch (devices.completes(settled.remains(), request.profile())) {
            case DeviceCare.Proof.Proved() -> provisioned(settled, passkey);
            case DeviceCare.Proof.Refuted() -> revoke(settled, passkey, RunProblem.INTERRUPTED_AND_REVOKED);
            case DeviceCare.Proof.Hindered(Problem why) ->
                settled.givenUp()
                        ? revoke(settled, passkey, RunProblem.DEVICE_GIVEN_UP)
                        : awaiting(settled, why, true, Optional.of(why));
            case DeviceCare.Proof.Absent() ->
                settled.givenUp()
                        ? revoke(settled, passkey, RunProblem.DEVICE_GIVEN_UP)
                        : awaiting(settled, needed(settled, true), true, Optional.empty());
        };
    }

    private Finding revoke(Case settled, RegisteredPasskey passkey, RunProblem why) {
        requireCurrentLease();
        Optional<Problem> trouble =
                passkeys.delete(settled.user(), passkey.id()).trouble();
        if (trouble.isPresent()) {
            return unclear(settled, trouble.get());
        }
        List<Problem> left = devices.clean(settled.remains()).orElseGet(() -> unread(settled));
        return failed(settled, why, left);
    }

    /** The directory may still wait for the end of an enrolment, also of one whose beginning was not seen to end. */
    private Finding nothingRegistered(Case settled) {
        requireCurrentLease();
        Optional<Problem> trouble = passkeys.abandon(
                        settled.user(), settled.remains().enrolmentId())
                .trouble();
        if (trouble.isPresent()) {
            return unclear(settled, trouble.get());
        }
        Optional<List<Problem>> left = devices.clean(settled.remains());
        if (left.isEmpty() && settled.remains().isRecognisable() && !settled.givenUp()) {
            return awaiting(settled, needed(settled, false), false, Optional.empty());
        }
        return failed(settled, RunProblem.INTERRUPTED, left.orElseGet(() -> unread(settled)));
    }

    private static List<Problem> unread(Case settled) {
        return settled.remains().trace(false).unread();
    }

    private static Problem needed(Case settled, boolean registered) {
        RunProblem code = registered ? RunProblem.DEVICE_NEEDED_TO_PROVE : RunProblem.DEVICE_NEEDED_TO_CLEAN;
        return Problem.of(code, awaited(settled, registered, Optional.empty()).words());
    }

    private static AwaitedDevice awaited(Case settled, boolean registered, Optional<Problem> obstacle) {
        Remains remains = settled.remains();
        return new AwaitedDevice(
                settled.recipient(),
                remains.fact(JournalFacts.MODEL).orElse(""),
                remains.fact(JournalFacts.SERIAL),
                remains.fact(JournalFacts.SLOT).orElse(""),
                registered,
                obstacle);
    }

    private Finding awaiting(Case settled, Problem reason, boolean registered, Optional<Problem> obstacle) {
        return new Finding(unclear(settled, reason).outcome(), Optional.of(awaited(settled, registered, obstacle)));
    }

    private Finding provisioned(Case settled, RegisteredPasskey passkey) {
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
        return ended(record(Outcome.PROVISIONED, Optional.empty(), Optional.of(made), List.of()));
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
    private Finding failed(Case settled, RunProblem interruption, List<Problem> left) {
        List<Problem> notes = new ArrayList<>(left);
        Optional<Problem> own = settled.ownReason();
        if (own.isPresent() && interruption == RunProblem.DEVICE_GIVEN_UP) {
            notes.addFirst(Problem.of(interruption));
        }
        return ended(
                record(Outcome.FAILED, Optional.of(own.orElse(Problem.of(interruption))), Optional.empty(), notes));
    }

    private Finding unclear(Case settled, Problem obstacle) {
        Remains remains = settled.remains();
        Optional<MadePasskey> made =
                remains.madeCredential().map(id -> made(remains, remains.fact(JournalFacts.PASSKEY_ID)));
        Optional<Problem> own = settled.ownReason();
        List<Problem> notes = new ArrayList<>();
        own.ifPresent(reason -> notes.add(obstacle));
        return ended(record(Outcome.UNCLEAR, Optional.of(own.orElse(obstacle)), made, notes));
    }

    private static Finding ended(OutcomeRecord outcome) {
        return new Finding(outcome, Optional.empty());
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
