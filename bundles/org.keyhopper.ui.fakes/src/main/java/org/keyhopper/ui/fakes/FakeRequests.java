package org.keyhopper.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StaleWrite;
import org.keyhopper.core.request.StoreException;

/** In-memory requests, newest first. */
public final class FakeRequests implements Requests {

    private final List<ProvisioningRequest> kept = new ArrayList<>();
    private final Map<RecipientId, HeldClaim> claims = new HashMap<>();
    private final Map<RecipientId, Long> settled = new HashMap<>();
    private long settlements;
    private long lastClaim;
    private boolean broken;

    /** Makes every further call fail as with a full disk. */
    public void breakDown() {
        broken = true;
    }

    public void put(ProvisioningRequest request) {
        kept.removeIf(old -> old.id().equals(request.id()));
        kept.addFirst(request);
    }

    @Override
    public synchronized ProvisioningRequest create(
            String name, String directory, Profile profile, List<Recipient> recipients) {
        RequestId id = new RequestId("R" + (kept.size() + 1));
        List<RecipientState> states = new ArrayList<>();
        for (Recipient recipient : recipients) {
            RecipientId position = new RecipientId(id, states.size() + 1);
            states.add(new RecipientState(position, recipient, Outcome.PENDING, Optional.empty()));
        }
        ProvisioningRequest request =
                new ProvisioningRequest(id, name, directory, profile, Instant.parse("2026-11-20T08:00:00Z"), states);
        kept.addFirst(request);
        return request;
    }

    @Override
    public synchronized Optional<ProvisioningRequest> find(RequestId id) {
        return list().stream().filter(request -> request.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<ProvisioningRequest> list() {
        if (broken) {
            throw new StoreException("disk full");
        }
        return List.copyOf(kept);
    }

    @Override
    public void settle(Claim claim, RecipientId recipient, OutcomeRecord outcome) {
        requireCurrent(claim);
        settle(recipient, outcome);
    }

    /** Settles a recipient as a run would. */
    public synchronized void settle(RecipientId recipient, OutcomeRecord outcome) {
        settled.put(recipient, ++settlements);
        change(
                recipient.request(),
                state -> state.id().equals(recipient)
                        ? new RecipientState(recipient, state.recipient(), outcome.outcome(), Optional.of(outcome))
                        : state);
    }

    @Override
    public synchronized void reopen(Claim claim) {
        requireCurrent(claim);
        reopenAll(claim.request(), List.of(claim.recipient().position()));
    }

    @Override
    public synchronized void reopen(RequestId request, Collection<Integer> positions) {
        if (positions.stream().anyMatch(position -> claims.containsKey(new RecipientId(request, position)))) {
            throw new StoreException("claimed");
        }
        reopenAll(request, positions);
    }

    private void reopenAll(RequestId request, Collection<Integer> positions) {
        change(
                request,
                state -> positions.contains(state.id().position())
                        ? new RecipientState(state.id(), state.recipient(), Outcome.PENDING, state.last())
                        : state);
    }

    @Override
    public synchronized void rename(RequestId request, String name) {
        replace(
                request,
                old -> new ProvisioningRequest(
                        old.id(), name, old.directory(), old.profile(), old.created(), old.recipients()));
    }

    @Override
    public synchronized void add(RequestId request, List<Recipient> people) {
        replace(request, old -> {
            List<RecipientState> states = new ArrayList<>(old.recipients());
            int last = states.isEmpty() ? 0 : states.getLast().id().position();
            for (Recipient person : people) {
                last++;
                states.add(
                        new RecipientState(new RecipientId(request, last), person, Outcome.PENDING, Optional.empty()));
            }
            return new ProvisioningRequest(old.id(), old.name(), old.directory(), old.profile(), old.created(), states);
        });
    }

    @Override
    public synchronized void removePeople(RequestId request, Collection<Integer> positions) {
        replace(request, old -> {
            List<RecipientState> states = new ArrayList<>(old.recipients());
            for (int position : positions) {
                RecipientState state = old.recipient(position);
                if (state.outcome() != Outcome.PENDING || claims.containsKey(state.id())) {
                    throw new StoreException("not pending");
                }
                states.remove(state);
            }
            return new ProvisioningRequest(old.id(), old.name(), old.directory(), old.profile(), old.created(), states);
        });
    }

    private void replace(RequestId id, UnaryOperator<ProvisioningRequest> change) {
        kept.replaceAll(request -> request.id().equals(id) ? change.apply(request) : request);
    }

    @Override
    public synchronized List<Integer> update(RequestId request, Map<Integer, Recipient> people) {
        List<Integer> leftOut = people.keySet().stream()
                .filter(position -> claims.containsKey(new RecipientId(request, position)))
                .toList();
        change(
                request,
                state -> leftOut.contains(state.id().position())
                        ? state
                        : new RecipientState(
                                state.id(),
                                people.getOrDefault(state.id().position(), state.recipient()),
                                state.outcome(),
                                state.last()));
        return leftOut;
    }

    private void change(RequestId id, UnaryOperator<RecipientState> change) {
        kept.replaceAll(request -> request.id().equals(id)
                ? new ProvisioningRequest(
                        id,
                        request.name(),
                        request.directory(),
                        request.profile(),
                        request.created(),
                        request.recipients().stream().map(change).toList())
                : request);
    }

    @Override
    public synchronized void remove(RequestId id) {
        kept.removeIf(request -> request.id().equals(id));
    }

    @Override
    public synchronized void requireCurrent(Claim claim) {
        if (!claim.equals(claims.get(claim.recipient()))) {
            throw new ClaimLostException(claim.request(), claim.number());
        }
    }

    @Override
    public synchronized Optional<Claim> claimNext(RequestId id, long failedUntil) {
        ProvisioningRequest request = find(id).orElseThrow(() -> new StoreException("There is no request " + id + "."));
        return request.recipients().stream()
                .filter(state -> isOpen(state, failedUntil))
                .map(RecipientState::id)
                .filter(recipient -> !claims.containsKey(recipient))
                .findFirst()
                .map(this::claimed);
    }

    private boolean isOpen(RecipientState state, long failedUntil) {
        return state.outcome() == Outcome.PENDING
                || (state.outcome() == Outcome.FAILED && settled.getOrDefault(state.id(), 0L) <= failedUntil);
    }

    @Override
    public synchronized Optional<Claim> claim(RecipientId recipient) {
        find(recipient.request())
                .filter(request -> recipient.position() <= request.recipients().size())
                .orElseThrow(() -> new StoreException("There is no such recipient."));
        return claims.containsKey(recipient) ? Optional.empty() : Optional.of(claimed(recipient));
    }

    private Claim claimed(RecipientId recipient) {
        HeldClaim claim = new HeldClaim(this, recipient, ++lastClaim);
        claims.put(recipient, claim);
        return claim;
    }

    @Override
    public synchronized List<Claim> renew(Collection<Claim> held) {
        return held.stream()
                .filter(claim -> claims.get(claim.recipient()) != claim)
                .toList();
    }

    @Override
    public synchronized List<RecipientId> claimed(RequestId request) {
        return claims.keySet().stream()
                .filter(recipient -> recipient.request().equals(request))
                .sorted(Comparator.comparing(RecipientId::position))
                .toList();
    }

    @Override
    public synchronized long latestSettlement() {
        return settlements;
    }

    @Override
    public synchronized List<StaleWrite> staleWrites(RequestId request) {
        return List.of();
    }

    private synchronized void release(HeldClaim claim) {
        claims.remove(claim.recipient(), claim);
    }

    private record HeldClaim(FakeRequests from, RecipientId recipient, long number) implements Claim {
        @Override
        public void close() {
            from.release(this);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof HeldClaim held && held.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }

        @Override
        public String toString() {
            return "claim " + number + " on " + recipient;
        }
    }
}
