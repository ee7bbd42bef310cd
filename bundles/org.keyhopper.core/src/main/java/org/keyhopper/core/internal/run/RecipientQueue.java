package org.keyhopper.core.internal.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** Whose turn it is in a run, who comes after, and how everybody stands. Confined to the run's thread. */
final class RecipientQueue {

    private final Deque<RecipientId> waiting = new ArrayDeque<>();
    private final List<RecipientId> settled = new ArrayList<>();
    private ProvisioningRequest request;
    private RecipientId current;

    RecipientQueue(ProvisioningRequest request) {
        this.request = request;
        request.open().forEach(recipient -> waiting.add(recipient.id()));
    }

    ProvisioningRequest request() {
        return request;
    }

    /** Goes on to the next; empty when everybody had a turn. */
    Optional<RecipientState> advance() {
        current = waiting.poll();
        return current();
    }

    Optional<RecipientState> current() {
        return Optional.ofNullable(current).map(this::stateOf);
    }

    Optional<RecipientState> upcoming() {
        return Optional.ofNullable(waiting.peek()).map(this::stateOf);
    }

    boolean hasMore() {
        return !waiting.isEmpty();
    }

    /** Returns all those after the current one. */
    List<RecipientState> next() {
        return waiting.stream().map(this::stateOf).toList();
    }

    /** Returns the latest settled, newest first. */
    List<RecipientState> justDone(int count) {
        return settled.reversed().stream().limit(count).map(this::stateOf).toList();
    }

    /** Takes over how everybody stands in the store. */
    void refresh(ProvisioningRequest fresh) {
        request = fresh;
    }

    /** Takes back that the current one is settled. */
    void reopen(ProvisioningRequest fresh) {
        refresh(fresh);
        settled.remove(current);
    }

    /** Returns whether the current one was settled in this run. */
    boolean isCurrentSettled() {
        return settled.contains(current);
    }

    RecipientState settle(ProvisioningRequest fresh) {
        refresh(fresh);
        settled.remove(current);
        settled.add(current);
        return stateOf(current);
    }

    private RecipientState stateOf(RecipientId id) {
        return request.recipients().get(id.position() - 1);
    }
}
