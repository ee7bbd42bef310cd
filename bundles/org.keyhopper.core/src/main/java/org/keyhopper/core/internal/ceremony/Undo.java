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
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what a ceremony left that did not come to its end, and says what it could not remove. */
final class Undo {

    private static final Logger LOGGER = LoggerFactory.getLogger(Undo.class);

    private final CeremonyState state;
    private final List<Problem> left = new ArrayList<>();

    /** Whether what is done is written down: not where another process has the request now. */
    private boolean recorded = true;

    Undo(CeremonyState state) {
        this.state = state;
    }

    /** Undoes everything; returns what is left behind, empty when clean. UNDONE is written only in that case. */
    List<Problem> run(Problem cause) {
        if (!hasTraces()) {
            return left;
        }
        state.journal(
                JournalPoint.UNDOING, Map.of(JournalFacts.CAUSE, cause.code().id()));
        undoDirectory();
        // As long as the directory may have it, the device must be able to prove it when reconciling.
        if (!state.mayBeAtDirectory()) {
            undoDevice();
        }
        if (left.isEmpty()) {
            state.journal(JournalPoint.UNDONE);
        }
        return left;
    }

    /**
     * Removes what this ceremony surely made, without a word in the store: its passkey at the directory, if its handle is
     * known, and what is on the device. An enrolment that was begun is left to the holder of the request, who may have begun
     * another one since. Returns what is left behind.
     */
    List<Problem> withdraw() {
        recorded = false;
        if (state.mayBeAtDirectory()) {
            undoDirectory();
        }
        undoDevice();
        return left;
    }

    private boolean hasTraces() {
        return state.begunEnrolment().isPresent() || isOnDevice();
    }

    private boolean isOnDevice() {
        return state.hasGivenPin() || state.mayHaveCredentialOnDevice();
    }

    private void undoDirectory() {
        Optional<RegisteredPasskey> passkey = state.registeredPasskey();
        if (!state.mayBeAtDirectory()) {
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
            state.notBegun();
        }
    }

    private boolean isDone(Supplier<Answer<Boolean>> request, Problem otherwiseLeft) {
        Optional<Problem> trouble = answer(request).trouble();
        trouble.ifPresent(problem -> left.add(otherwiseLeft.withDetail(problem.toString())));
        return trouble.isEmpty();
    }

    /** A connector at fault must not keep the device from being cleaned. */
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
        boolean mayReset = state.wasBlank() && (state.current().isCertain() || state.hasLostDevice() || holdsOurs());
        DeviceCleanup.Trace trace = new DeviceCleanup.Trace(
                mayReset,
                state.wasErased(),
                state.hasGivenPin(),
                state.mayHaveCredentialOnDevice(),
                state.madeCredential().map(NewCredential::id),
                rpId());
        if (state.hasLostDevice()) {
            left.addAll(trace.unread());
            return;
        }
        DeviceCleanup.Result result = DeviceCleanup.clean(state.device(), state.pin(), trace, state::instruct);
        if (result.isBlank()) {
            state.resetDone();
            if (recorded) {
                state.tools.pins().forget(state.tools.lease(), state.id);
            }
        }
        if (recorded && result.left().isEmpty()) {
            // What is still to be undone, at the directory, needs no device.
            state.journal(JournalPoint.UNDOING, Map.of(JournalFacts.DEVICE_CLEAN, Boolean.toString(true)));
        }
        left.addAll(result.left());
        if (state.wasBlank() && !mayReset && !result.left().isEmpty()) {
            left.add(Problem.of(RunProblem.NOT_ERASED));
        }
    }

    private String rpId() {
        return state.fetchedOptions()
                .map(options -> options.relyingParty().id())
                .orElse("");
    }

    /** A device that was taken out and put back shows by the new credential that it is the same one. */
    private boolean holdsOurs() {
        Optional<CredentialId> made = state.madeCredential().map(NewCredential::id);
        try {
            return made.isPresent()
                    && state.device()
                            .authenticator()
                            .credentials()
                            .findSilently(rpId(), List.of(made.get()))
                            .isPresent();
        } catch (DeviceException e) {
            LOGGER.info("The device does not show the new credential: {}", e.problem());
            return false;
        }
    }
}
