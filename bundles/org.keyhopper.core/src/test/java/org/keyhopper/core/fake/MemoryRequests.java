package org.keyhopper.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.request.CentralUnavailableException;
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

/** Requests in memory. */
public final class MemoryRequests implements Requests {

    private final Map<RequestId, ProvisioningRequest> requests = new LinkedHashMap<>();
    private final Map<RecipientId, HeldClaim> claims = new HashMap<>();
    private final Map<RecipientId, Long> settled = new HashMap<>();
    private long settlements;
    private long lastClaim;
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
    public synchronized void settle(Claim claim, RecipientId recipient, OutcomeRecord outcome) {
        requireCurrent(claim);
        settle(recipient, outcome);
    }

    /** Settles a recipient as another process did, before or meanwhile. */
    public synchronized void settle(RecipientId recipient, OutcomeRecord outcome) {
        requireDisk();
        settled.put(recipient, ++settlements);
        put(recipient, outcome.outcome(), Optional.of(outcome));
    }

    @Override
    public synchronized void reopen(Claim claim) {
        requireCurrent(claim);
        if (failNextReopen) {
            failNextReopen = false;
            throw new StoreException("the disk is full");
        }
        reopenAll(claim.request(), List.of(claim.recipient().position()));
    }

    @Override
    public synchronized void reopen(RequestId request, Collection<Integer> positions) {
        requireDisk();
        if (positions.stream().anyMatch(position -> claims.containsKey(new RecipientId(request, position)))) {
            throw new StoreException("claimed");
        }
        reopenAll(request, positions);
    }

    private void reopenAll(RequestId request, Collection<Integer> positions) {
        for (int position : positions) {
            RecipientState old = state(new RecipientId(request, position));
            if (old.outcome() == Outcome.PROVISIONED || old.outcome() == Outcome.UNCLEAR) {
                throw new StoreException("provisioned or unclear");
            }
            put(old.id(), Outcome.PENDING, old.last());
        }
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
                RecipientId id = new RecipientId(request, ++last);
                states.add(new RecipientState(id, person, Outcome.PENDING, Optional.empty()));
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

    private void replace(RequestId request, UnaryOperator<ProvisioningRequest> change) {
        requireDisk();
        requests.computeIfPresent(request, (id, old) -> change.apply(old));
    }

    @Override
    public synchronized List<Integer> update(RequestId request, Map<Integer, Recipient> people) {
        requireDisk();
        List<Integer> leftOut = new ArrayList<>();
        people.forEach((position, person) -> {
            RecipientId recipient = new RecipientId(request, position);
            if (claims.containsKey(recipient)) {
                leftOut.add(position);
            } else {
                RecipientState old = state(recipient);
                replace(new RecipientState(old.id(), person, old.outcome(), old.last()));
            }
        });
        return leftOut;
    }

    @Override
    public synchronized void remove(RequestId id) {
        requests.remove(id);
    }

    @Override
    public synchronized void requireCurrent(Claim claim) {
        requireDisk();
        HeldClaim current = claims.get(claim.recipient());
        if (current == null || current.number() != claim.number()) {
            throw new ClaimLostException(claim.request(), claim.number());
        }
    }

    /** Ends all claims, as if they had expired and another holder had taken the recipients and released them. */
    public synchronized void forgetClaims() {
        claims.clear();
    }

    /** How many of the next claims find Central out of reach. */
    public int outages;

    public boolean failNextReopen;

    /** Why these calls fail. */
    public Problem outage = Problem.of(CentralConnectionProblem.UNREACHABLE, "central");

    /** Runs before each claim of the next recipient. */
    public volatile Runnable beforeClaim = () -> {};

    @Override
    public Optional<Claim> claimNext(RequestId id, long failedUntil) {
        beforeClaim.run();
        return claimedNext(id, failedUntil);
    }

    private synchronized Optional<Claim> claimedNext(RequestId id, long failedUntil) {
        if (outages > 0) {
            outages--;
            throw new CentralUnavailableException(outage);
        }
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

    synchronized void release(HeldClaim claim) {
        claims.remove(claim.recipient(), claim);
    }

    synchronized void markUnclear(RecipientId recipient) {
        if (state(recipient).outcome() != Outcome.PENDING) {
            throw new StoreException("not pending");
        }
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
