package org.keyhopper.core.internal.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/**
 * The recipients of a run: who is waiting, who is being worked on and who was settled, with the request as it was read last.
 * A recipient is worked on by one device at a time. Any thread.
 */
public final class RecipientQueue {

    private final Deque<RecipientId> waiting = new ArrayDeque<>();
    private final Set<RecipientId> inProgress = new LinkedHashSet<>();
    private final List<RecipientId> settled = new ArrayList<>();
    private ProvisioningRequest request;

    public RecipientQueue(ProvisioningRequest request) {
        this.request = request;
        request.open().forEach(recipient -> waiting.add(recipient.id()));
    }

    public synchronized ProvisioningRequest request() {
        return request;
    }

    /** Replaces the request by what was read from the store. */
    public synchronized void refresh(ProvisioningRequest fresh) {
        request = fresh;
    }

    /** Takes the next recipient; empty when none is waiting. */
    public synchronized Optional<RecipientState> poll() {
        Optional<RecipientId> next = Optional.ofNullable(waiting.poll());
        next.ifPresent(inProgress::add);
        return next.map(this::stateOf);
    }

    /**
     * Takes the next recipient. When none is waiting but one in progress may yet be given back, waits for that.
     *
     * @return empty when no recipient is left, or the run is stopping
     */
    public synchronized Optional<RecipientState> take(BooleanSupplier stopping) throws InterruptedException {
        while (waiting.isEmpty() && !inProgress.isEmpty() && !stopping.getAsBoolean()) {
            wait();
        }
        return stopping.getAsBoolean() ? Optional.empty() : poll();
    }

    /** Ends the work on a recipient. */
    public synchronized void done(RecipientState recipient) {
        inProgress.remove(recipient.id());
        notifyAll();
    }

    /** Ends the work on a recipient who received nothing and is the next again. */
    public synchronized void giveBack(RecipientState recipient) {
        if (inProgress.remove(recipient.id())) {
            waiting.addFirst(recipient.id());
        }
        notifyAll();
    }

    /** Makes {@link #take} ask again whether the run is stopping. */
    public synchronized void wake() {
        notifyAll();
    }

    /** Returns the recipient in progress, the first one where there are several. */
    public synchronized Optional<RecipientState> current() {
        return inProgress.stream().findFirst().map(this::stateOf);
    }

    public synchronized boolean isCurrent(RecipientState recipient) {
        return current().filter(current -> current.id().equals(recipient.id())).isPresent();
    }

    /** Returns all that are waiting, in order. */
    public synchronized List<RecipientState> next() {
        return next(waiting.size());
    }

    public synchronized List<RecipientState> next(int count) {
        return waiting.stream().limit(count).map(this::stateOf).toList();
    }

    public synchronized boolean hasMore() {
        return !waiting.isEmpty();
    }

    /** Returns how many are waiting or in progress. */
    public synchronized int left() {
        return waiting.size() + inProgress.size();
    }

    /** Notes that a recipient was settled in this run. */
    synchronized RecipientState settled(RecipientState recipient) {
        settled.remove(recipient.id());
        settled.add(recipient.id());
        return stateOf(recipient.id());
    }

    /** Takes back that a recipient was settled. */
    synchronized void reopened(RecipientState recipient) {
        settled.remove(recipient.id());
    }

    /** Returns whether the recipient was settled in this run. */
    public synchronized boolean isSettled(RecipientState recipient) {
        return settled.contains(recipient.id());
    }

    /** Returns the latest settled, newest first. */
    public synchronized List<RecipientState> latestSettled(int count) {
        return settled.reversed().stream().limit(count).map(this::stateOf).toList();
    }

    public synchronized RecipientState stateOf(RecipientId id) {
        return request.recipients().get(id.position() - 1);
    }
}
