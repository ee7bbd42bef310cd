package org.keyhopper.core.internal.automatic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** Who gets a card from which printer: each recipient is in one pair of hands at most. Any thread. */
final class RecipientQueue {

    private final Deque<RecipientId> waiting = new ArrayDeque<>();
    private final Set<RecipientId> inHand = new HashSet<>();
    private final Map<RecipientId, Integer> cardsUsed = new HashMap<>();
    private ProvisioningRequest request;

    RecipientQueue(ProvisioningRequest request) {
        this.request = request;
        request.open().forEach(recipient -> waiting.add(recipient.id()));
    }

    synchronized ProvisioningRequest request() {
        return request;
    }

    /** Takes over how everybody stands in the store. */
    synchronized void refresh(ProvisioningRequest fresh) {
        request = fresh;
    }

    /**
     * Takes the next one. While others still have somebody in hand who may come back, waits for that; empty when nobody is
     * left, or the run is stopping.
     */
    synchronized Optional<RecipientState> take(RunControl gate) throws InterruptedException {
        while (waiting.isEmpty() && !inHand.isEmpty() && !gate.isStopping()) {
            wait();
        }
        if (waiting.isEmpty() || gate.isStopping()) {
            return Optional.empty();
        }
        RecipientId next = waiting.poll();
        inHand.add(next);
        return Optional.of(stateOf(next));
    }

    /** Somebody in hand is settled. */
    synchronized void done(RecipientState recipient) {
        inHand.remove(recipient.id());
        notifyAll();
    }

    /** Somebody in hand got nothing, and is the next again. */
    synchronized void giveBack(RecipientState recipient) {
        if (inHand.remove(recipient.id())) {
            waiting.addFirst(recipient.id());
        }
        notifyAll();
    }

    /** Wakes those who wait, since the run is stopping. */
    synchronized void stopping() {
        notifyAll();
    }

    /** Counts a card that was worked on for somebody; returns how many that were. */
    synchronized int countCard(RecipientState recipient) {
        return cardsUsed.merge(recipient.id(), 1, Integer::sum);
    }

    synchronized List<RecipientState> next() {
        return next(waiting.size());
    }

    synchronized List<RecipientState> next(int count) {
        return waiting.stream().limit(count).map(this::stateOf).toList();
    }

    /** Returns how many are waiting or in hand. */
    synchronized int left() {
        return waiting.size() + inHand.size();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized RecipientState stateOf(RecipientId id) {
        return request.recipients().get(id.position() - 1);
    }
}
