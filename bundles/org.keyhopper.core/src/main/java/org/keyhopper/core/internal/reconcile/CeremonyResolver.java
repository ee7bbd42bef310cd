package org.keyhopper.core.internal.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.central.CentralClaim;
import org.keyhopper.core.internal.central.CentralPasskeys;
import org.keyhopper.core.internal.ceremony.RegistrationSearch;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/**
 * Resolves interrupted ceremonies of one request. A passkey that is registered and proved on its device is accepted;
 * one that its device refutes is removed from the directory; where neither is certain, everything stays as it is.
 */
record CeremonyResolver(
        JournalReconciler parts, Claim claim, ProvisioningRequest request, Passkeys passkeys, DeviceResolver devices) {

    /**
     * The result for one recipient.
     *
     * @param outcome the outcome now
     * @param awaited the device without which there is no better outcome
     */
    record Finding(OutcomeRecord outcome, Optional<AwaitedDevice> awaited) {}

    /**
     * Resolves a ceremony as far as that is possible now.
     *
     * @param givenUp whether the operator reported its device as permanently lost
     */
    Finding of(RecipientState recipient, CeremonyTrace trace, boolean givenUp) {
        Optional<CentralPasskeys> central = trace.centralClaim().flatMap(number -> CentralClaim.passkeysOf(claim)
                .map(it -> it.under(number, trace.proofClientData(), trace.mayHavePin())));
        return central.isEmpty()
                ? resolved(recipient, trace, givenUp)
                : resolvedAtCentral(central.get(), recipient, trace, givenUp);
    }

    /** Central finds out what the directory has, removes it, and verifies the proof. */
    private Finding resolvedAtCentral(
            CentralPasskeys central, RecipientState recipient, CeremonyTrace trace, boolean givenUp) {
        if (trace.madeCredential().isPresent()) {
            central.restore(
                    trace.credential(),
                    trace.fact(JournalFacts.DEVICE_NAME).orElse(""),
                    trace.fact(JournalFacts.PASSKEY_ID).orElse(""),
                    trace.proof());
        }
        CeremonyResolver there = new CeremonyResolver(parts, claim, request, central, devices.signing(central));
        try {
            return there.agreed(central, trace, there.resolved(recipient, trace, givenUp));
        } catch (ClaimLostException e) {
            if (!central.isLost()) {
                throw e;
            }
            return there.decided(new UnresolvedCeremony(recipient, trace, trace.userOf(recipient), givenUp), central);
        }
    }

    /** Ends the claim at Central, unless the recipient stays unclear. */
    private Finding agreed(CentralPasskeys central, CeremonyTrace trace, Finding found) {
        OutcomeRecord outcome = found.outcome();
        if (outcome.outcome() == Outcome.PROVISIONED && central.pin().isConfirmed()) {
            devices.pins().forget(claim, trace.id());
            return ended(record(
                    Outcome.PROVISIONED,
                    Optional.empty(),
                    outcome.passkey(),
                    List.of(Problem.of(RunProblem.PIN_IN_ESCROW))));
        }
        if (found.awaited().isPresent()) {
            // The device may never come; until it does, the PIN office has to find its PIN.
            central.pin().settleOnDevice();
        }
        if (outcome.outcome() != Outcome.FAILED) {
            return found;
        }
        Outcome agreed = central.end(
                Outcome.FAILED, outcome.problem().orElseThrow(), outcome.notes().isEmpty());
        return agreed == Outcome.FAILED
                ? found
                : ended(record(agreed, outcome.problem(), outcome.passkey(), outcome.notes()));
    }

    /**
     * Central decided about the recipient without this station, by an operator or by another device. That holds here, too: the
     * passkey is accepted if Central has, and removed from its device otherwise. A device that is not connected is not awaited,
     * since Central's outcome is the recipient's from now on.
     */
    private Finding decided(UnresolvedCeremony ceremony, CentralPasskeys central) {
        Answer<RecipientState> answer = central.recipientNow();
        if (answer.failure().isPresent()) {
            return unclear(ceremony, answer.failure().get());
        }
        DecidedRecipient decided = new DecidedRecipient(answer.result().orElseThrow(), ceremony.trace());
        if (decided.isUnclear()) {
            return unclear(
                    ceremony, Problem.of(RunProblem.CLAIM_LOST, request.id().value()));
        }
        if (decided.isProvisionedWithThis()) {
            return provisioned(ceremony, decided.passkeyId());
        }
        requireCurrentClaim();
        List<Problem> left = devices.clean(ceremony.trace()).orElseGet(() -> unread(ceremony));
        return ended(decided.outcome(left, clock().instant()));
    }

    private Finding resolved(RecipientState recipient, CeremonyTrace trace, boolean givenUp) {
        DirectoryUser user = trace.userOf(recipient);
        UnresolvedCeremony ceremony = new UnresolvedCeremony(recipient, trace, user, givenUp);
        if (!trace.reached(JournalPoint.REGISTERING)) {
            return nothingRegistered(ceremony);
        }
        RegistrationSearch search = new RegistrationSearch(passkeys, user, parts.retryPolicy());
        return switch (search.find(trace.madeCredential().orElseThrow(), trace.handle())) {
            case RegistrationSearch.Finding.Unknown(Problem problem) -> unclear(ceremony, problem);
            case RegistrationSearch.Finding.Absent() -> nothingRegistered(ceremony);
            case RegistrationSearch.Finding.Present(RegisteredPasskey passkey) -> prove(ceremony, passkey);
        };
    }

    private Finding prove(UnresolvedCeremony ceremony, RegisteredPasskey passkey) {
        if (ceremony.trace().isComplete()) {
            return confirmed(ceremony, passkey);
        }
        return switch (devices.completes(ceremony.trace(), request.profile())) {
            case DeviceResolver.Proof.Proved() -> confirmed(ceremony, passkey);
            case DeviceResolver.Proof.Refuted() -> revoke(ceremony, passkey, RunProblem.INTERRUPTED_AND_REVOKED);
            case DeviceResolver.Proof.Hindered(Problem why) ->
                ceremony.givenUp()
                        ? revoke(ceremony, passkey, RunProblem.DEVICE_GIVEN_UP)
                        : awaiting(ceremony, why, true, Optional.of(why));
            case DeviceResolver.Proof.Absent() ->
                ceremony.givenUp()
                        ? revoke(ceremony, passkey, RunProblem.DEVICE_GIVEN_UP)
                        : awaiting(ceremony, needed(ceremony, true), true, Optional.empty());
        };
    }

    /** Central has to accept the proof before the recipient is provisioned. */
    private Finding confirmed(UnresolvedCeremony ceremony, RegisteredPasskey passkey) {
        Optional<Problem> refusal = passkeys instanceof CentralPasskeys central
                ? central.readBack(ceremony.user(), passkey.id()).failure()
                : Optional.empty();
        return refusal.isPresent() ? unclear(ceremony, refusal.get()) : provisioned(ceremony, passkey.id());
    }

    private Finding revoke(UnresolvedCeremony ceremony, RegisteredPasskey passkey, RunProblem why) {
        requireCurrentClaim();
        Optional<Problem> failure =
                passkeys.delete(ceremony.user(), passkey.id()).failure();
        if (failure.isPresent()) {
            return unclear(ceremony, failure.get());
        }
        List<Problem> left = devices.clean(ceremony.trace()).orElseGet(() -> unread(ceremony));
        return failed(ceremony, why, left);
    }

    /** The directory may keep an enrolment that was begun, also one for which the answer was lost. */
    private Finding nothingRegistered(UnresolvedCeremony ceremony) {
        requireCurrentClaim();
        Optional<Problem> failure = passkeys.abandon(
                        ceremony.user(), ceremony.trace().enrolmentId())
                .failure();
        if (failure.isPresent()) {
            return unclear(ceremony, failure.get());
        }
        Optional<List<Problem>> left = devices.clean(ceremony.trace());
        if (left.isEmpty() && ceremony.trace().isRecognisable() && !ceremony.givenUp()) {
            return awaiting(ceremony, needed(ceremony, false), false, Optional.empty());
        }
        return failed(ceremony, RunProblem.INTERRUPTED, left.orElseGet(() -> unread(ceremony)));
    }

    private static List<Problem> unread(UnresolvedCeremony ceremony) {
        return ceremony.trace().deviceTrace(false).unread();
    }

    private static Problem needed(UnresolvedCeremony ceremony, boolean registered) {
        RunProblem code = registered ? RunProblem.DEVICE_NEEDED_TO_PROVE : RunProblem.DEVICE_NEEDED_TO_CLEAN;
        return Problem.of(code, awaited(ceremony, registered, Optional.empty()).label());
    }

    private static AwaitedDevice awaited(UnresolvedCeremony ceremony, boolean registered, Optional<Problem> obstacle) {
        CeremonyTrace trace = ceremony.trace();
        return new AwaitedDevice(
                ceremony.recipient(),
                trace.fact(JournalFacts.MODEL).orElse(""),
                trace.fact(JournalFacts.SERIAL),
                trace.fact(JournalFacts.SLOT).orElse(""),
                registered,
                obstacle);
    }

    private Finding awaiting(
            UnresolvedCeremony ceremony, Problem reason, boolean registered, Optional<Problem> obstacle) {
        return new Finding(unclear(ceremony, reason).outcome(), Optional.of(awaited(ceremony, registered, obstacle)));
    }

    private Finding provisioned(UnresolvedCeremony ceremony, String passkeyId) {
        MadePasskey made = made(ceremony.trace(), Optional.of(passkeyId));
        Instant now = clock().instant();
        parts.records()
                .inventory()
                .put(
                        claim,
                        new InventoryEntry(
                                made.credentialId(),
                                ceremony.trace().rpId(),
                                made.aaguid(),
                                ceremony.trace().fact(JournalFacts.MODEL).orElse(""),
                                made.serial(),
                                request.directory(),
                                ceremony.user().id(),
                                ceremony.user().displayName(),
                                passkeyId,
                                ceremony.recipient().id(),
                                InventoryEntry.State.IN_USE,
                                now));
        return ended(record(Outcome.PROVISIONED, Optional.empty(), Optional.of(made), List.of()));
    }

    private static MadePasskey made(CeremonyTrace trace, Optional<String> passkeyId) {
        return new MadePasskey(
                trace.madeCredential().orElseThrow(),
                passkeyId,
                trace.fact(JournalFacts.AAGUID).map(UUID::fromString).orElseThrow(),
                trace.fact(JournalFacts.DEVICE_NAME).orElse(""),
                trace.fact(JournalFacts.SERIAL));
    }

    /** Keeps the reason that the attempt recorded; otherwise the interruption is the reason. */
    private Finding failed(UnresolvedCeremony ceremony, RunProblem interruption, List<Problem> left) {
        List<Problem> notes = new ArrayList<>(left);
        Optional<Problem> own = ceremony.ownReason();
        if (own.isPresent() && interruption == RunProblem.DEVICE_GIVEN_UP) {
            notes.addFirst(Problem.of(interruption));
        }
        return ended(
                record(Outcome.FAILED, Optional.of(own.orElse(Problem.of(interruption))), Optional.empty(), notes));
    }

    private Finding unclear(UnresolvedCeremony ceremony, Problem obstacle) {
        CeremonyTrace trace = ceremony.trace();
        Optional<MadePasskey> made = trace.madeCredential().map(id -> made(trace, trace.fact(JournalFacts.PASSKEY_ID)));
        Optional<Problem> own = ceremony.ownReason();
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

    /** What directory and device hold now may come from a process that took the request over. */
    private void requireCurrentClaim() {
        parts.records().requests().requireCurrent(claim);
    }

    private Clock clock() {
        return parts.clock();
    }
}
