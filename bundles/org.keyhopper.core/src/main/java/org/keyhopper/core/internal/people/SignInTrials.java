package org.keyhopper.core.internal.people;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.SignInResult;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;

/**
 * Records what operators said about sign-ins that were tried with a passkey, as a note in the outcome of the recipient for
 * whom it was made. It is the operator's answer and no proof: the outcome itself does not change.
 */
record SignInTrials(Requests requests, Clock clock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Records an answer in place of an earlier one; the history keeps both. */
    boolean record(InventoryEntry entry, SignInResult result) {
        if (outcome(entry).isEmpty()) {
            return false;
        }
        Optional<Claim> taken = requests.claim(entry.recipient());
        if (taken.isEmpty()) {
            return false;
        }
        try (Claim claim = taken.get()) {
            Optional<OutcomeRecord> current = outcome(entry);
            current.ifPresent(outcome -> requests.settle(claim, entry.recipient(), noted(outcome, result)));
            return current.isPresent();
        }
    }

    private Optional<OutcomeRecord> outcome(InventoryEntry entry) {
        return requests.find(entry.recipient().request()).stream()
                .flatMap(request -> request.recipients().stream())
                .filter(recipient -> recipient.id().equals(entry.recipient()))
                .findFirst()
                .flatMap(RecipientState::last)
                .filter(outcome -> outcome.passkey()
                        .map(MadePasskey::credentialId)
                        .filter(entry.credential()::equals)
                        .isPresent());
    }

    private OutcomeRecord noted(OutcomeRecord outcome, SignInResult result) {
        List<Problem> notes = new ArrayList<>(outcome.notes());
        notes.removeIf(note ->
                Arrays.stream(SignInResult.values()).map(SignInTrials::code).anyMatch(note::is));
        notes.add(Problem.of(code(result), TIME.format(clock.instant().atZone(ZoneId.systemDefault()))));
        return new OutcomeRecord(
                outcome.outcome(), outcome.problem(), outcome.passkey(), notes, outcome.at(), outcome.took());
    }

    private static RunProblem code(SignInResult result) {
        return switch (result) {
            case WORKED -> RunProblem.SIGN_IN_WORKED;
            case FAILED -> RunProblem.SIGN_IN_FAILED;
            case NOT_TRIED -> RunProblem.SIGN_IN_NOT_TRIED;
        };
    }
}
