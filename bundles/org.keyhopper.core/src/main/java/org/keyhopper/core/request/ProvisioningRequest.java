package org.keyhopper.core.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;

/**
 * A named list of people to be provisioned in one directory; an immutable snapshot.
 *
 * @param directory the name of a configured directory
 * @param recipients in order of import
 */
public record ProvisioningRequest(
        RequestId id,
        String name,
        String directory,
        Profile profile,
        Instant created,
        List<RecipientState> recipients) {

    /** Where a request stands. */
    public enum State {
        PENDING,
        IN_PROGRESS,
        COMPLETED
    }

    public ProvisioningRequest {
        Objects.requireNonNull(id);
        recipients = List.copyOf(recipients);
    }

    public Tally tally() {
        return Tally.of(recipients);
    }

    /** Returns PENDING while nobody was attempted, COMPLETED when everybody is provisioned. */
    public State state() {
        Tally tally = tally();
        if (tally.done() == tally.total()) {
            return State.COMPLETED;
        }
        return tally.pending() == tally.total() ? State.PENDING : State.IN_PROGRESS;
    }

    /** Returns those a run would attempt: not provisioned yet, and nothing unclear about them. */
    public List<RecipientState> open() {
        return recipients.stream()
                .filter(recipient -> recipient.outcome() != Outcome.PROVISIONED)
                .filter(recipient -> recipient.outcome() != Outcome.UNCLEAR)
                .toList();
    }
}
