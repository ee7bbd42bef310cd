package org.keyhopper.core.internal.central;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StaleWrite;
import org.keyhopper.core.request.StoreException;

/**
 * The requests of Central. A request is mirrored when it is read, and read from the mirror while this process holds a claim on
 * it, so that a run reads without the network. Unlike other stores it blocks on the network; what Central refuses, or does not
 * answer, is {@link CentralUnavailableException}.
 */
final class MirroredRequests implements Requests {

    private final CentralRecords records;
    private final Requests mirror;
    private final Supplier<CentralEnrolments> central;
    private final JournalUpload upload;
    private final Clock clock;
    private final LastDeviceModel last = new LastDeviceModel();
    private final Set<RecipientId> held = ConcurrentHashMap.newKeySet();

    /** The keys of claims whose answer was lost; the same key returns the same claim. */
    private final Map<RequestId, String> unanswered = new ConcurrentHashMap<>();

    MirroredRequests(CentralRecords records, Supplier<CentralEnrolments> central, JournalUpload upload, Clock clock) {
        this.upload = upload;
        this.records = records;
        this.mirror = records.records().requests();
        this.central = central;
        this.clock = clock;
    }

    /** Without Central, the requests are those that were read before, as they were then. */
    @Override
    public List<ProvisioningRequest> list() {
        Answer<List<ProvisioningRequest>> answer = central.get().requests();
        List<ProvisioningRequest> known = mirror.list();
        boolean shown = !known.isEmpty()
                && answer.failure().filter(CentralCodes::isLoss).isPresent();
        return shown ? known : done(answer);
    }

    private static <T> T done(Answer<T> answer) {
        return answer.result()
                .orElseThrow(
                        () -> new CentralUnavailableException(answer.failure().orElseThrow()));
    }

    /** Without Central, a request is as it was when it was read last. */
    @Override
    public Optional<ProvisioningRequest> find(RequestId id) {
        if (held.stream().noneMatch(recipient -> recipient.request().equals(id))) {
            Answer<ProvisioningRequest> answer = central.get().request(id);
            answer.result().ifPresent(records::mirror);
            Optional<Problem> refusal = answer.failure();
            if (refusal.filter(CentralCodes::isNoSuchRequest).isPresent()) {
                return Optional.empty();
            }
            Optional<ProvisioningRequest> known = mirror.find(id);
            return known.isEmpty() && refusal.isPresent() ? Optional.of(done(answer)) : known;
        }
        return mirror.find(id);
    }

    /** Person and options belong to the claim that Central gives. */
    @Override
    public boolean canChooseRecipients() {
        return false;
    }

    @Override
    public Optional<Claim> claimNext(RequestId request, long failedUntil) {
        return claimNext(request, failedUntil, "");
    }

    @Override
    public Optional<Claim> claimNext(RequestId request, long failedUntil, String printer) {
        String key = Optional.ofNullable(unanswered.remove(request))
                .orElseGet(() -> UUID.randomUUID().toString());
        Answer<Optional<ClaimedRecipient>> answer = central.get().claim(request, key, printer, last.report());
        if (answer instanceof Answer.Unclear<Optional<ClaimedRecipient>>) {
            unanswered.put(request, key);
        }
        if (answer.failure().filter(CentralCodes::isTooManyClaims).isPresent() && !held.isEmpty()) {
            return Optional.empty();
        }
        return done(answer).flatMap(claimed -> mirrored(claimed, key));
    }

    private Optional<Claim> mirrored(ClaimedRecipient claimed, String key) {
        RecipientId recipient = claimed.recipient();
        if (outcome(recipient).filter(it -> it == Outcome.PENDING).isEmpty()) {
            records.mirror(done(central.get().request(recipient.request())));
        }
        Optional<Claim> local = mirror.claim(recipient);
        if (local.isEmpty()) {
            central.get().release(claimed.claim(), ReleaseOrder.UNTRIED);
            return Optional.empty();
        }
        held.add(recipient);
        return Optional.of(claim(local.get(), CentralPasskeys.claimed(central.get(), claimed, key, clock, last)));
    }

    private Optional<Outcome> outcome(RecipientId recipient) {
        return mirror.find(recipient.request())
                .map(request -> request.recipient(recipient.position()).outcome());
    }

    private Claim claim(Claim local, CentralPasskeys passkeys) {
        return new CentralClaim(new Held(local), passkeys);
    }

    /** A local claim whose end is noted. */
    private final class Held implements Claim {

        private final Claim local;

        Held(Claim local) {
            this.local = local;
        }

        @Override
        public RecipientId recipient() {
            return local.recipient();
        }

        @Override
        public long number() {
            return local.number();
        }

        @Override
        public void close() {
            held.remove(local.recipient());
            local.close();
            upload.wake();
        }

        @Override
        public String toString() {
            return local.toString();
        }
    }

    /** Claims the recipient in the mirror, to resolve what this station left. */
    @Override
    public Optional<Claim> claim(RecipientId recipient) {
        return mirror.claim(recipient).map(local -> {
            held.add(recipient);
            return claim(local, new CentralPasskeys(central.get(), recipient, 0, "", clock, CentralPasskeys.PAUSE));
        });
    }

    @Override
    public void settle(Claim claim, RecipientId recipient, OutcomeRecord outcome) {
        Problem reason = outcome.problem()
                .orElseThrow(() -> new StoreException("Central decides who is provisioned, not a station."));
        CentralPasskeys passkeys = CentralClaim.passkeysOf(claim).orElseThrow();
        if (passkeys.claim() == 0) {
            throw new StoreException("Only Central can skip a person whom this station has not claimed.");
        }
        done(passkeys.calls().settle(outcome.outcome(), reason));
        mirror.settle(claim, recipient, outcome);
    }

    @Override
    public void reopen(Claim claim) {
        mirror.reopen(claim);
    }

    @Override
    public List<Claim> renew(Collection<Claim> claims) {
        List<Claim> lost = new ArrayList<>(mirror.renew(claims));
        claims.stream()
                .filter(claim -> !lost.contains(claim))
                .filter(claim -> CentralClaim.passkeysOf(claim)
                        .filter(passkeys -> !passkeys.calls().renew())
                        .isPresent())
                .forEach(lost::add);
        return lost;
    }

    @Override
    public List<RecipientId> claimed(RequestId request) {
        return mirror.claimed(request);
    }

    @Override
    public long latestSettlement() {
        return mirror.latestSettlement();
    }

    @Override
    public List<StaleWrite> staleWrites(RequestId request) {
        return mirror.staleWrites(request);
    }

    @Override
    public void requireCurrent(Claim claim) {
        mirror.requireCurrent(claim);
    }

    @Override
    public ProvisioningRequest create(String name, String directory, Profile profile, List<Recipient> recipients) {
        throw refused();
    }

    @Override
    public void remove(RequestId id) {
        throw refused();
    }

    /** Central reopens all who have failed, and no one else. */
    @Override
    public void reopen(RequestId request, Collection<Integer> positions) {
        ProvisioningRequest known = find(request).orElseThrow(MirroredRequests::refused);
        if (positions.stream().anyMatch(position -> known.recipient(position).outcome() != Outcome.FAILED)) {
            throw refused();
        }
        done(central.get().retryFailed(request));
        records.mirror(done(central.get().request(request)));
    }

    /** People are Central's, so that none is changed. */
    @Override
    public List<Integer> update(RequestId request, Map<Integer, Recipient> people) {
        return List.copyOf(people.keySet());
    }

    @Override
    public void rename(RequestId request, String name) {
        throw refused();
    }

    @Override
    public void add(RequestId request, List<Recipient> people) {
        throw refused();
    }

    @Override
    public void removePeople(RequestId request, Collection<Integer> positions) {
        throw refused();
    }

    private static StoreException refused() {
        return new StoreException("This station has joined a Central. Requests are created and changed there.");
    }
}
