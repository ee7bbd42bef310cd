package org.keyhopper.core.internal.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;

/**
 * The recipients of a run: which it has claimed, which are still open and which it has settled. A recipient that had failed
 * before the run is attempted again, one that failed since is not. Other runs may work on the request at the same time.
 *
 * <p>Any thread. Taking and releasing blocks on the disk; all other methods are fast and use the request as it was read last.
 */
public final class RecipientQueue {

    private final Requests requests;
    private final long latestBefore;
    private final ProvisioningRequest before;
    private final Map<RecipientId, Claim> claims = new ConcurrentHashMap<>();
    private final List<RecipientId> settled = new CopyOnWriteArrayList<>();
    private volatile ProvisioningRequest request;

    /** Those that other runs had claimed when the request was read. */
    private volatile Set<RecipientId> claimedByOthers = Set.of();

    /** Reads what the run starts from; blocks on the disk. */
    public RecipientQueue(Requests requests, ProvisioningRequest request) {
        this.requests = requests;
        this.latestBefore = requests.latestSettlement();
        this.before = requests.find(request.id()).orElse(request);
        this.request = before;
    }

    public ProvisioningRequest request() {
        return request;
    }

    /** Reads the request from the store again. */
    public void refresh() {
        Set<RecipientId> others = new HashSet<>(requests.claimed(request.id()));
        others.removeAll(claims.keySet());
        claimedByOthers = others;
        request = requests.find(request.id()).orElseThrow();
    }

    /** Claims the next recipient; empty when there is none to be claimed. */
    public synchronized Optional<RecipientState> poll() {
        Optional<Claim> next = requests.claimNext(request.id(), latestBefore);
        next.ifPresent(claim -> claims.put(claim.recipient(), claim));
        refresh();
        return next.map(claim -> stateOf(claim.recipient()));
    }

    /**
     * Claims the next recipient. When there is none, but one claimed by this run may yet be released, waits for that.
     *
     * @return empty when no recipient is left, or the run is stopping
     */
    public synchronized Optional<RecipientState> take(BooleanSupplier stopping) throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            Optional<RecipientState> next = poll();
            if (next.isPresent() || claims.isEmpty()) {
                return next;
            }
            wait();
        }
        return Optional.empty();
    }

    /** Releases a recipient: settled, or open and the next again. */
    public synchronized void release(RecipientState recipient) {
        Optional.ofNullable(claims.remove(recipient.id())).ifPresent(Claim::close);
        notifyAll();
    }

    /** Makes {@link #take} ask again whether the run is stopping. */
    public synchronized void wake() {
        notifyAll();
    }

    /** Returns the claim on a recipient that this run has taken. */
    public Claim claimOn(RecipientState recipient) {
        return Optional.ofNullable(claims.get(recipient.id()))
                .orElseThrow(() -> new IllegalStateException("not claimed: " + recipient.id()));
    }

    public Collection<Claim> claims() {
        return List.copyOf(claims.values());
    }

    /** Returns the claimed recipient of a run that works on one at a time. */
    public Optional<RecipientState> current() {
        return claims.keySet().stream().findFirst().map(this::stateOf);
    }

    public boolean isCurrent(RecipientState recipient) {
        return claims.containsKey(recipient.id());
    }

    /** Returns all that may still be claimed, in order. */
    public List<RecipientState> next() {
        return next(Integer.MAX_VALUE);
    }

    public List<RecipientState> next(int count) {
        return request.recipients().stream().filter(this::isWaiting).limit(count).toList();
    }

    public boolean hasMore() {
        return request.recipients().stream().anyMatch(this::isWaiting);
    }

    /** Returns how many are waiting or claimed by this run. */
    public int left() {
        return next().size() + claims.size();
    }

    private boolean isWaiting(RecipientState recipient) {
        boolean failedBefore = recipient.outcome() == Outcome.FAILED
                && recipient.last().equals(before.recipients().get(recipient.id().position() - 1).last());
        return !claims.containsKey(recipient.id())
                && !claimedByOthers.contains(recipient.id())
                && (recipient.outcome() == Outcome.PENDING || failedBefore);
    }

    /** Notes that a recipient was settled in this run. */
    RecipientState settled(RecipientState recipient) {
        settled.remove(recipient.id());
        settled.add(recipient.id());
        return stateOf(recipient.id());
    }

    /** Takes back that a recipient was settled. */
    void reopened(RecipientState recipient) {
        settled.remove(recipient.id());
    }

    /** Returns whether the recipient was settled in this run. */
    public boolean isSettled(RecipientState recipient) {
        return settled.contains(recipient.id());
    }

    /** Returns the latest settled, newest first. */
    public List<RecipientState> latestSettled(int count) {
        return settled.reversed().stream().limit(count).map(this::stateOf).toList();
    }

    public RecipientState stateOf(RecipientId id) {
        return request.recipients().get(id.position() - 1);
    }
}
