package org.keyhopper.core.request;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;

/**
 * A named list of people to be provisioned in one directory; an immutable snapshot.
 *
 * @param directory the name of a configured directory
 * @param recipients in order of import, with ascending positions
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
        COMPLETED;

        /** Returns PENDING while no recipient was attempted, COMPLETED when every recipient is provisioned or skipped. */
        static State of(Tally tally) {
            if (tally.done() + tally.skipped() == tally.total()) {
                return COMPLETED;
            }
            return tally.pending() == tally.total() ? PENDING : IN_PROGRESS;
        }
    }

    public ProvisioningRequest {
        Objects.requireNonNull(id);
        recipients = List.copyOf(recipients);
    }

    /**
     * Returns the recipient at a position.
     *
     * @throws NoSuchElementException when there is none
     */
    public RecipientState recipient(int position) {
        return findRecipient(position)
                .orElseThrow(() -> new NoSuchElementException("no person " + position + " in request " + id));
    }

    /** Returns the recipient at a position; empty when it was removed, or never existed. */
    public Optional<RecipientState> findRecipient(int position) {
        int low = 0;
        int high = Math.min(position, recipients.size());
        while (low < high) {
            int middle = (low + high) / 2;
            if (recipients.get(middle).id().position() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < recipients.size() && recipients.get(low).id().position() == position
                ? Optional.of(recipients.get(low))
                : Optional.empty();
    }

    public Tally tally() {
        return Tally.of(recipients);
    }

    public State state() {
        return State.of(tally());
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
