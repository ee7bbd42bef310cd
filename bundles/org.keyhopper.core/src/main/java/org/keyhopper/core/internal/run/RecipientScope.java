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
                        .flatMap(id -> requests.claim(id).flatMap(this::opened).stream())
                        .findFirst();
    }

    /** Makes a claimed recipient pending who had failed or was skipped before, and releases one who needs nothing any more. */
    private Optional<Claim> opened(Claim claim) {
        boolean open = false;
        try {
            open = open(claim);
            return open ? Optional.of(claim) : Optional.empty();
        } finally {
            if (!open) {
                claim.close();
            }
        }
    }

    private boolean open(Claim claim) {
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
        boolean wanted = people.map(them -> them.contains(now.id().position())).orElse(true);
        return wanted
                && switch (now.outcome()) {
                    case PENDING -> true;
                    case FAILED -> isAsBefore(now);
                    case SKIPPED -> people.isPresent() && isAsBefore(now);
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
