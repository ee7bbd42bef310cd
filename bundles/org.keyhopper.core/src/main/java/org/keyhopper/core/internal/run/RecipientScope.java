package org.keyhopper.core.internal.run;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;

/**
 * The recipients of a request that a run attempts: all that were open when it started, or only those that it was started for,
 * who may also have been skipped before. Any thread.
 */
final class RecipientScope {

    private final Requests requests;
    private final ProvisioningRequest before;
    private final long latestBefore;
    private final Optional<Set<Integer>> people;

    /**
     * Reads what the run starts from; blocks on the disk.
     *
     * @param people the positions of those that it is started for; empty for all
     */
    RecipientScope(Requests requests, ProvisioningRequest request, Optional<Set<Integer>> people) {
        this.requests = requests;
        this.people = people.map(TreeSet::new);
        this.latestBefore = requests.latestSettlement();
        this.before = requests.find(request.id()).orElse(request);
    }

    ProvisioningRequest before() {
        return before;
    }

    /**
     * Claims the next recipient; blocks on the disk, or on Central.
     *
     * @param done whether this run has claimed or settled a recipient
     */
    Optional<Claim> claimNext(String printer, Predicate<RecipientId> done) {
        return people.isEmpty()
                ? requests.claimNext(before.id(), latestBefore, printer)
                : people.get().stream()
                        .map(position -> new RecipientId(before.id(), position))
                        .filter(done.negate())
                        .flatMap(id -> requests.claim(id).flatMap(this::reopened).stream())
                        .findFirst();
    }

    /** Ends the claim on a recipient whom the run does not attempt, or who cannot be reopened. */
    private Optional<Claim> reopened(Claim claim) {
        boolean pending = false;
        try {
            pending = reopen(claim);
            return pending ? Optional.of(claim) : Optional.empty();
        } finally {
            if (!pending) {
                claim.close();
            }
        }
    }

    /** Makes a recipient pending who had failed or was skipped before; returns false for one whom the run does not attempt. */
    private boolean reopen(Claim claim) {
        RecipientId id = claim.recipient();
        RecipientState now = requests.find(id.request()).orElseThrow().recipient(id.position());
        boolean included = includes(now);
        if (included && now.outcome() != Outcome.PENDING) {
            requests.reopen(claim);
        }
        return included;
    }

    /** Returns whether the run would attempt a recipient that is so now. */
    boolean includes(RecipientState now) {
        return isOpen(now, people) && (now.outcome() == Outcome.PENDING || isAsBefore(now));
    }

    /** Returns whether a run that starts now, for these people or for all, attempts a recipient. */
    static boolean isOpen(RecipientState recipient, Optional<Set<Integer>> people) {
        int position = recipient.id().position();
        return switch (recipient.outcome()) {
            case PENDING, FAILED -> people.map(them -> them.contains(position)).orElse(true);
            case SKIPPED -> people.map(them -> them.contains(position)).orElse(false);
            case PROVISIONED, UNCLEAR -> false;
        };
    }

    /** What was settled since the start is not attempted again. */
    private boolean isAsBefore(RecipientState now) {
        return before.findRecipient(now.id().position())
                .filter(state -> state.last().equals(now.last()))
                .isPresent();
    }
}
