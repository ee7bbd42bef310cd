package org.keyhopper.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;

/** Requests in memory. */
public final class MemoryRequests implements Requests {

    private final Map<RequestId, ProvisioningRequest> requests = new LinkedHashMap<>();
    private final Set<RequestId> leased = new HashSet<>();
    private boolean broken;

    /** From now on nothing can be read or written. */
    public synchronized void breakDown() {
        broken = true;
    }

    synchronized void requireDisk() {
        if (broken) {
            throw new StoreException("The disk is full.");
        }
    }

    @Override
    public synchronized ProvisioningRequest create(
            String name, String directory, Profile profile, List<Recipient> recipients) {
        RequestId id = new RequestId("R" + (requests.size() + 1));
        List<RecipientState> states = new ArrayList<>();
        for (Recipient recipient : recipients) {
            RecipientId recipientId = new RecipientId(id, states.size() + 1);
            states.add(new RecipientState(recipientId, recipient, Outcome.PENDING, Optional.empty()));
        }
        ProvisioningRequest request = new ProvisioningRequest(id, name, directory, profile, Instant.EPOCH, states);
        requests.put(id, request);
        return request;
    }

    @Override
    public synchronized Optional<ProvisioningRequest> find(RequestId id) {
        requireDisk();
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public synchronized List<ProvisioningRequest> list() {
        return List.copyOf(requests.values()).reversed();
    }

    @Override
    public synchronized void settle(RecipientId recipient, OutcomeRecord outcome) {
        requireDisk();
        put(recipient, outcome.outcome(), Optional.of(outcome));
    }

    @Override
    public synchronized void reopen(RequestId id, List<Integer> positions) {
        requireDisk();
        positions.forEach(position -> put(
                new RecipientId(id, position),
                Outcome.PENDING,
                state(new RecipientId(id, position)).last()));
    }

    @Override
    public synchronized void update(RequestId id, Map<Integer, Recipient> people) {
        requireDisk();
        people.forEach((position, person) -> {
            RecipientState old = state(new RecipientId(id, position));
            replace(new RecipientState(old.id(), person, old.outcome(), old.last()));
        });
    }

    @Override
    public synchronized void remove(RequestId id) {
        requests.remove(id);
    }

    @Override
    public synchronized Optional<Lease> lease(RequestId id) {
        return leased.add(id) ? Optional.of(() -> release(id)) : Optional.empty();
    }

    public synchronized boolean isLeased(RequestId id) {
        return leased.contains(id);
    }

    /** The process that held them is gone. */
    public synchronized void forgetLeases() {
        leased.clear();
    }

    private synchronized void release(RequestId id) {
        leased.remove(id);
    }

    synchronized void markUnclear(RecipientId recipient) {
        put(recipient, Outcome.UNCLEAR, state(recipient).last());
    }

    public synchronized RecipientState state(RecipientId recipient) {
        return requests.get(recipient.request()).recipients().get(recipient.position() - 1);
    }

    private void put(RecipientId id, Outcome outcome, Optional<OutcomeRecord> last) {
        replace(new RecipientState(id, state(id).recipient(), outcome, last));
    }

    private void replace(RecipientState next) {
        ProvisioningRequest old = requests.get(next.id().request());
        List<RecipientState> states = new ArrayList<>(old.recipients());
        states.set(next.id().position() - 1, next);
        requests.put(
                old.id(),
                new ProvisioningRequest(old.id(), old.name(), old.directory(), old.profile(), old.created(), states));
    }
}
