package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.ceremony.CeremonyState.Mark;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what an incomplete ceremony left at the directory and on the device, and reports what could not be removed.
 */
final class Undo {

    private static final Logger LOGGER = LoggerFactory.getLogger(Undo.class);

    private final CeremonyState state;
    private final List<Problem> left = new ArrayList<>();

    /** Whether the journal and the vault are written: not once another process holds the request. */
    private final boolean recorded;

    private Undo(CeremonyState state, boolean recorded) {
        this.state = state;
        this.recorded = recorded;
    }

    /** Undoes everything; returns what is left behind, empty when clean. UNDONE is written only in that case. */
    static List<Problem> run(CeremonyState state, Problem cause) {
        Undo undo = new Undo(state, true);
        return onDevice(state, () -> undo.all(cause));
    }

    /**
     * Ends a ceremony whose claim was lost: another process holds the request, or held it, and decided about the
     * recipient by what it saw. Removes what this ceremony certainly made, unless that is complete, and logs what is
     * left.
     */
    static void withdraw(CeremonyState state) {
        RecipientId recipient = state.order.recipient().id();
        if (isAccepted(state)) {
            LOGGER.warn("{}: the claim was lost after the passkey was complete; it stays as it is", recipient);
            return;
        }
        Undo undo = new Undo(state, false);
        List<Problem> left = onDevice(state, undo::ownOnly);
        LOGGER.warn(
                "{}: the claim was lost during enrolment {}; what it made was removed. Left behind: {}",
                recipient,
                state.id.value(),
                left.isEmpty() ? "nothing" : left);
    }

    private static List<Problem> onDevice(CeremonyState state, WorkerLease.Work<List<Problem>> work) {
        try {
            return state.current.run(work);
        } catch (StepFailedException | DeviceException e) {
            throw new IllegalStateException("what cannot be undone is a result", e);
        }
    }

    private List<Problem> all(Problem cause) {
        if (state.begunEnrolment().isEmpty() && !isOnDevice()) {
            return left;
        }
        state.journal(
                JournalPoint.UNDOING, Map.of(JournalFacts.CAUSE, cause.code().id()));
        undoDirectory();
        // As long as the directory may have the passkey, the device must be able to prove it when reconciling.
        if (!state.has(Mark.REGISTERED)) {
            undoDevice();
        }
        if (left.isEmpty()) {
            state.journal(JournalPoint.UNDONE);
        }
        return left;
    }

    /** An enrolment that was begun is left to the holder of the request, who may have begun another one since. */
    private List<Problem> ownOnly() {
        if (state.has(Mark.REGISTERED)) {
            undoDirectory();
        }
        undoDevice();
        return left;
    }

    private boolean isOnDevice() {
        return state.has(Mark.PIN_ON_DEVICE) || state.has(Mark.CREDENTIAL_ON_DEVICE);
    }

    private void undoDirectory() {
        Optional<RegisteredPasskey> passkey = state.registeredPasskey();
        if (!state.has(Mark.REGISTERED)) {
            state.begunEnrolment().ifPresent(this::abandon);
        } else if (passkey.isEmpty()) {
            left.add(Problem.of(RunProblem.LEFT_PASSKEY_AT_DIRECTORY, ""));
        } else {
            String handle = passkey.get().id();
            Problem stays = Problem.of(RunProblem.LEFT_PASSKEY_AT_DIRECTORY, handle);
            if (isDone(() -> state.passkeys().delete(state.order.user(), handle), stays)) {
                state.notRegistered();
            }
        }
    }

    private void abandon(String enrolmentId) {
        Problem stays = Problem.of(RunProblem.LEFT_ENROLMENT_AT_DIRECTORY);
        if (isDone(() -> state.passkeys().abandon(state.order.user(), enrolmentId), stays)) {
            state.clear(Mark.ENROLMENT_BEGUN);
        }
    }

    private boolean isDone(Supplier<Answer<Boolean>> request, Problem otherwiseLeft) {
        Optional<Problem> failure = answer(request).failure();
        failure.ifPresent(problem -> left.add(otherwiseLeft.withDetail(problem.toString())));
        return failure.isEmpty();
    }

    /** A fault of a connector must not prevent the device from being cleaned. */
    private static Answer<Boolean> answer(Supplier<Answer<Boolean>> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            return Answer.unclear(Failures.internalFault(e));
        }
    }

    private void undoDevice() {
        if (!isOnDevice()) {
            return;
        }
        DeviceCleanup.Trace trace = trace();
        if (state.current.isLost()) {
            left.addAll(trace.unread());
            return;
        }
        DeviceCleanup.Result result = DeviceCleanup.clean(state.device(), state.pin(), trace, state::instruct);
        if (result.isBlank()) {
            state.resetDone();
            if (recorded) {
                state.tools.pins().forget(state.tools.claim(), state.id);
            }
        }
        if (recorded && result.left().isEmpty()) {
            // What is still to be undone, at the directory, needs no device.
            state.journal(JournalPoint.UNDOING, Map.of(JournalFacts.DEVICE_CLEAN, Boolean.toString(true)));
        }
        left.addAll(result.left());
    }

    private DeviceCleanup.Trace trace() {
        boolean blank = state.wasBlank();
        return new DeviceCleanup.Trace(
                blank,
                blank && (state.current.isCertain() || state.current.isLost() || holdsNewCredential()),
                state.has(Mark.RESET),
                state.has(Mark.PIN_ON_DEVICE),
                state.has(Mark.CREDENTIAL_ON_DEVICE),
                state.madeCredential().map(NewCredential::id),
                rpId());
    }

    private String rpId() {
        return state.fetchedOptions()
                .map(options -> options.relyingParty().id())
                .orElse("");
    }

    /** A reinserted device is proved to be the same one by the new credential. */
    private boolean holdsNewCredential() {
        Optional<CredentialId> made = state.madeCredential().map(NewCredential::id);
        try {
            return made.isPresent()
                    && state.device()
                            .authenticator()
                            .credentials()
                            .findSilently(rpId(), List.of(made.get()))
                            .isPresent();
        } catch (DeviceException e) {
            LOGGER.info("The device does not confirm the new credential: {}", e.problem());
            return false;
        }
    }

    /** A complete passkey is accepted when reconciling: it is, or will be, the recipient's. */
    private static boolean isAccepted(CeremonyState state) {
        return state.has(Mark.COMPLETE)
                || state.madeCredential()
                        .filter(made -> isProvisionedWith(state, made.id()))
                        .isPresent();
    }

    private static boolean isProvisionedWith(CeremonyState state, CredentialId credential) {
        RecipientId id = state.order.recipient().id();
        try {
            return state.tools.requests().find(id.request()).stream()
                    .flatMap(request -> request.recipients().stream())
                    .filter(recipient -> recipient.id().equals(id))
                    .anyMatch(recipient -> isProvisionedWith(recipient, credential));
        } catch (StoreException e) {
            LOGGER.error("{}: the recipient's outcome cannot be read; nothing is removed", id, e);
            return true;
        }
    }

    private static boolean isProvisionedWith(RecipientState recipient, CredentialId credential) {
        Optional<CredentialId> decided =
                recipient.last().flatMap(OutcomeRecord::passkey).map(MadePasskey::credentialId);
        return recipient.outcome() == Outcome.PROVISIONED && decided.equals(Optional.of(credential));
    }
}
