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

    /** Returns PENDING while no recipient was attempted, COMPLETED when every recipient is provisioned or skipped. */
    public State state() {
        Tally tally = tally();
        if (tally.done() + tally.skipped() == tally.total()) {
            return State.COMPLETED;
        }
        return tally.pending() == tally.total() ? State.PENDING : State.IN_PROGRESS;
    }

    /** Returns the recipients a run would attempt: those that are PENDING or FAILED. */
    public List<RecipientState> open() {
        return recipients.stream().filter(ProvisioningRequest::isOpen).toList();
    }

    /** A skip holds until it is undone, and an unclear outcome until it is reconciled. */
    private static boolean isOpen(RecipientState recipient) {
        return recipient.outcome() == Outcome.PENDING || recipient.outcome() == Outcome.FAILED;
    }

    /** Returns the recipients that runs leave out until their skip is undone. */
    public List<RecipientState> skipped() {
        return recipients.stream()
                .filter(recipient -> recipient.outcome() == Outcome.SKIPPED)
                .toList();
    }
}
