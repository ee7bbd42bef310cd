package org.keyhopper.core.internal.people;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.SignInResult;
import org.keyhopper.core.people.SignInTrials;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;

/** Records the answer as a note in the outcome of the recipient; the outcome itself does not change. */
public record SignInNotes(Requests requests, Clock clock) implements SignInTrials {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @Override
    public boolean record(InventoryEntry entry, SignInResult result) {
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
                Arrays.stream(SignInResult.values()).map(SignInResult::note).anyMatch(note::is));
        notes.add(Problem.of(result.note(), TIME.format(clock.instant().atZone(clock.getZone()))));
        return new OutcomeRecord(
                outcome.outcome(), outcome.problem(), outcome.passkey(), notes, outcome.at(), outcome.took());
    }
}
