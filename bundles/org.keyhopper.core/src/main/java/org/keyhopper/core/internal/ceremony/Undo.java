package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
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

    private boolean hasTraces() {
        return state.begunOptions().isPresent() || isOnDevice();
    }

    private boolean isOnDevice() {
        return state.hasGivenPin() || state.mayHaveCredentialOnDevice();
    }

    private void undoDirectory() {
        Optional<RegisteredPasskey> passkey = state.registeredPasskey();
        if (!state.mayBeAtDirectory()) {
            state.begunOptions().ifPresent(this::abandon);
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

    private void abandon(EnrolmentOptions options) {
        Problem stays = Problem.of(RunProblem.LEFT_ENROLMENT_AT_DIRECTORY);
        if (isDone(() -> state.passkeys().abandon(state.order.user(), options), stays)) {
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
        boolean wasBlank = state.wasBlank() && !state.hasLostDevice();
        boolean spared = wasBlank && mayHoldMore();
        if (wasBlank && !spared && succeeds("ResetContext", this::erase)) {
            state.resetDone();
            state.tools.pins().forget(state.id);
            return;
        }
        if (state.madeCredential().isPresent()
                && !state.hasLostDevice()
                && succeeds("Deleting a credential", this::deleteCredential)) {
            state.noCredentialOnDevice();
        }
        noteLeftOnDevice(spared);
    }

    /** One that was erased in this ceremony holds nothing else; any other is asked, and not erased on a guess. */
    private boolean mayHoldMore() {
        if (!state.current().isCertain() && !holdsOurs()) {
            return true;
        }
        int ours = state.mayHaveCredentialOnDevice() ? 1 : 0;
        return !state.wasErased() && Besides.of(state.device(), state.pin(), ours) != Besides.NOTHING;
    }

    /** A device that was taken out and put back shows by the new credential that it is the same one. */
    private boolean holdsOurs() {
        String rpId = state.fetchedOptions()
                .map(options -> options.relyingParty().id())
                .orElse("");
        return state.madeCredential().isPresent()
                && succeeds("Looking for a credential", () -> {
                    List<CredentialId> ours = List.of(state.credential().id());
                    if (state.device()
                            .authenticator()
                            .credentials()
                            .findSilently(rpId, ours)
                            .isEmpty()) {
                        throw DeviceException.refused(Problem.of(DeviceProblem.NO_CREDENTIALS));
                    }
                });
    }

    /** A device that held nothing before is made blank again: that takes the PIN away too. */
    private void erase() throws DeviceException {
        AuthenticatorReset.reset(state.device(), state::instruct);
    }

    private void deleteCredential() throws DeviceException {
        state.device().authenticator().credentials().delete(state.credential().id(), state.pin());
    }

    private static boolean succeeds(String what, DeviceAct act) {
        try {
            act.run();
            return true;
        } catch (DeviceException e) {
            LOGGER.info("{} in order to undo did not succeed: {}", what, e.problem());
        } catch (RuntimeException e) {
            LOGGER.error("{} in order to undo failed", what, e);
        }
        return false;
    }

    private void noteLeftOnDevice(boolean spared) {
        if (state.mayHaveCredentialOnDevice()) {
            left.add(Problem.of(RunProblem.LEFT_CREDENTIAL_ON_DEVICE));
        }
        if (state.hasGivenPin()) {
            left.add(Problem.of(RunProblem.LEFT_PIN_ON_DEVICE));
        }
        if (spared && isOnDevice()) {
            left.add(Problem.of(RunProblem.NOT_ERASED));
        }
    }

    /** Something done to the device. */
    private interface DeviceAct {
        void run() throws DeviceException;
    }
}
