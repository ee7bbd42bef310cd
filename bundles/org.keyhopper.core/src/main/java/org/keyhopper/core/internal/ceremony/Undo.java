package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.RegisteredPasskey;
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

    /** Undoes everything; returns what is left behind, empty when clean. */
    List<Problem> run(Problem cause) {
        if (!hasTraces()) {
            return left;
        }
        state.journal(
                JournalPoint.UNDOING, Map.of(JournalFacts.CAUSE, cause.code().id()));
        undoDirectory();
        // As long as the directory may have it, the device must be able to prove it when reconciling.
        if (left.isEmpty()) {
            undoDevice();
        }
        state.journal(JournalPoint.UNDONE);
        return left;
    }

    private boolean hasTraces() {
        return state.fetchedOptions().isPresent() || state.hasGivenPin() || state.mayHaveCredentialOnDevice();
    }

    private void undoDirectory() {
        if (!state.mayBeAtDirectory()) {
            state.fetchedOptions()
                    .ifPresent(options -> tell(state.passkeys().abandon(state.order.user(), options), ""));
            return;
        }
        Optional<RegisteredPasskey> passkey = state.registeredPasskey();
        if (passkey.isEmpty()) {
            left.add(Problem.of(RunProblem.LEFT_PASSKEY_AT_DIRECTORY, ""));
            return;
        }
        if (tell(
                state.passkeys().delete(state.order.user(), passkey.get().id()),
                passkey.get().id())) {
            state.notRegistered();
        }
    }

    private boolean tell(Answer<Boolean> answer, String handle) {
        answer.trouble()
                .ifPresent(problem -> left.add(
                        Problem.of(RunProblem.LEFT_PASSKEY_AT_DIRECTORY, handle).withDetail(problem.toString())));
        return answer.trouble().isEmpty();
    }

    private void undoDevice() {
        boolean erasable = state.wasBlank() && !state.hasLostDevice();
        if (state.hasGivenPin() || state.mayHaveCredentialOnDevice()) {
            if (erasable && erase()) {
                return;
            }
            deleteCredential();
            noteLeftOnDevice();
        }
    }

    /** A device that held nothing before is made blank again: that takes the PIN away too. */
    private boolean erase() {
        try {
            Eraser.erase(state.device, state::instruct);
            state.resetDone();
            state.tools.pins().forget(state.id);
            return true;
        } catch (DeviceException e) {
            LOGGER.info("Erasing in order to undo was refused: {}", e.problem());
            return false;
        }
    }

    private void deleteCredential() {
        if (state.hasLostDevice() || state.madeCredential().isEmpty()) {
            return;
        }
        try {
            state.device.authenticator().credentials().delete(state.credential().id(), state.pin());
            state.noCredentialOnDevice();
        } catch (DeviceException e) {
            LOGGER.info("Deleting a credential in order to undo was refused: {}", e.problem());
        }
    }

    private void noteLeftOnDevice() {
        if (state.mayHaveCredentialOnDevice()) {
            left.add(Problem.of(RunProblem.LEFT_CREDENTIAL_ON_DEVICE));
        }
        if (state.hasGivenPin()) {
            left.add(Problem.of(RunProblem.LEFT_PIN_ON_DEVICE));
        }
    }
}
