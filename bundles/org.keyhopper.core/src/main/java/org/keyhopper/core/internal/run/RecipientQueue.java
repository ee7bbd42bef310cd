package org.keyhopper.core.internal.run;

import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;

/**
 * The recipients of a run: which it has claimed, which are still open and which it has settled. A recipient that had failed
 * before the run is attempted again, one that failed since is not. Other runs may work on the request at the same time.
 *
 * <p>Any thread. Taking and releasing blocks on the disk, or on Central; all other methods are fast and use the request as it
 * was read last.
 */
public final class RecipientQueue {

    /** A wake-up between two questions would be missed otherwise; in milliseconds. */
    private static final long LONGEST_WAIT = 1_000;

    private final Requests requests;
    private final RecipientScope scope;
    private final Map<RecipientId, Claim> claims = new ConcurrentHashMap<>();

    /** Held while a recipient is claimed, so that one who is being claimed ahead is not passed over. */
    private final Object claiming = new Object();

    /** Those that are claimed and not taken: claimed ahead, or given back. */
    private final Deque<RecipientId> ahead = new ConcurrentLinkedDeque<>();

    private final List<RecipientId> settled = new CopyOnWriteArrayList<>();
    private volatile ProvisioningRequest request;

    /** Those that other runs had claimed when the request was read. */
    private volatile Set<RecipientId> claimedByOthers = Set.of();

    /**
     * Reads what the run starts from; blocks on the disk.
     *
     * @param people the positions of those that it is started for; empty for all that are open
     */
    public RecipientQueue(Requests requests, ProvisioningRequest request, Optional<Set<Integer>> people) {
        this.requests = requests;
        this.scope = new RecipientScope(requests, request, people);
        this.request = scope.before();
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

    /** Takes the next recipient; empty when there is none to be claimed. */
    public Optional<RecipientState> poll() {
        return poll("");
    }

    private Optional<RecipientState> poll(String printer) {
        synchronized (claiming) {
            Optional<RecipientId> next = Optional.ofNullable(ahead.poll())
                    .or(() -> claimNext(printer).map(this::held));
            refresh();
            return next.map(this::stateOf);
        }
    }

    /** Takes the next recipient as {@link #poll}; out of reach of Central that is a failure, and may be repeated. */
    public Answer<Optional<RecipientState>> tryPoll() {
        return tryPoll("");
    }

    private Answer<Optional<RecipientState>> tryPoll(String printer) {
        try {
            return Answer.done(poll(printer));
        } catch (CentralUnavailableException e) {
            return Answer.failed(e.problem());
        }
    }

    private Optional<Claim> claimNext(String printer) {
        return scope.claimNext(printer, id -> claims.containsKey(id) || settled.contains(id));
    }

    private RecipientId held(Claim claim) {
        claims.put(claim.recipient(), claim);
        return claim.recipient();
    }

    /** Claims the recipient after those that are taken, unless that is done. Blocks as {@link #take}. */
    public void claimAhead(String printer) {
        synchronized (claiming) {
            if (ahead.isEmpty()) {
                claimNext(printer).ifPresent(claim -> {
                    ahead.add(claim.recipient());
                    held(claim);
                });
            }
        }
    }

    /**
     * Takes the next recipient. When there is none, but one that was taken may yet be given back, waits for that; so it does
     * while Central is out of reach.
     *
     * @return empty when no recipient is left, or the run is stopping
     */
    public Optional<RecipientState> take(String printer, OutageWait outages, BooleanSupplier stopping)
            throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            Answer<Optional<RecipientState>> answer = outages.ask(() -> tryPoll(printer));
            if (stopping.getAsBoolean()) {
                // The claim may have taken long at Central.
                answer.result().flatMap(Function.identity()).ifPresent(this::release);
                return Optional.empty();
            }
            Optional<RecipientState> next = answer.result()
                    .orElseThrow(() ->
                            new CentralUnavailableException(answer.failure().orElseThrow()));
            if (next.isPresent() || !awaited()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Waits for one that is taken to be given back or settled; returns false if none is taken. */
    private synchronized boolean awaited() throws InterruptedException {
        if (!ahead.isEmpty()) {
            return true;
        }
        if (claims.isEmpty()) {
            return false;
        }
        wait(LONGEST_WAIT);
        return true;
    }

    /** Ends the work on a recipient who received nothing and is the next again. */
    public synchronized void giveBack(RecipientState recipient) {
        if (isTaken(recipient.id())) {
            ahead.addFirst(recipient.id());
        }
        notifyAll();
    }

    /**
     * Makes a recipient the next to be taken, and the one that is taken the next but one. One who was skipped or has failed is
     * reopened.
     *
     * @return false when the recipient is taken, provisioned, unclear or claimed by another run, or runs cannot choose
     */
    public boolean goTo(int position) {
        if (!requests.canChooseRecipients()) {
            return false;
        }
        synchronized (claiming) {
            refresh();
            return request.findRecipient(position).filter(this::goTo).isPresent();
        }
    }

    private boolean goTo(RecipientState wanted) {
        boolean closed = wanted.outcome() == Outcome.SKIPPED || wanted.outcome() == Outcome.FAILED;
        if (isTaken(wanted.id()) || !closed && wanted.outcome() != Outcome.PENDING || !claim(wanted.id())) {
            return false;
        }
        if (closed) {
            requests.reopen(claims.get(wanted.id()));
            settled.remove(wanted.id());
        }
        current().ifPresent(taken -> ahead.addFirst(taken.id()));
        ahead.remove(wanted.id());
        ahead.addFirst(wanted.id());
        return true;
    }

    /** Returns whether the recipient is claimed by this run. */
    private boolean claim(RecipientId id) {
        if (!claims.containsKey(id)) {
            requests.claim(id).ifPresent(claim -> {
                ahead.add(id);
                claims.put(id, claim);
            });
        }
        return claims.containsKey(id);
    }

    /** Ends the work on a recipient, and releases the claim. */
    public void release(RecipientState recipient) {
        Optional.ofNullable(claims.get(recipient.id())).ifPresent(claim -> {
            claim.close();
            claims.remove(recipient.id(), claim);
        });
        wake();
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

    /** Returns the recipient of a run that works on one at a time. */
    public Optional<RecipientState> current() {
        return claims.keySet().stream().filter(this::isTaken).findFirst().map(this::stateOf);
    }

    public boolean isCurrent(RecipientState recipient) {
        return isTaken(recipient.id());
    }

    private boolean isTaken(RecipientId id) {
        return claims.containsKey(id) && !ahead.contains(id);
    }

    /** Returns all that may still be taken, in order. */
    public List<RecipientState> next() {
        return next(Integer.MAX_VALUE);
    }

    public List<RecipientState> next(int count) {
        return request.recipients().stream()
                .filter(this::isWaiting)
                .limit(count)
                .toList();
    }

    public boolean hasMore() {
        return request.recipients().stream().anyMatch(this::isWaiting);
    }

    /** Returns how many are waiting or taken. */
    public int left() {
        return next().size() + claims.size() - ahead.size();
    }

    private boolean isWaiting(RecipientState recipient) {
        return !isTaken(recipient.id())
                && !claimedByOthers.contains(recipient.id())
                && (ahead.contains(recipient.id()) || scope.includes(recipient));
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
        return request.recipient(id.position());
    }
}
