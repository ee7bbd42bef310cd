package org.keyhopper.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.people.PreparationSnapshot;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.Requests;

/** A check before a run with a preset result. Any thread. */
public final class FakePreparation implements Preparation {

    private final ProvisioningRequest request;
    private final Requests requests;
    private final List<Consumer<PreparationSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<CheckedRecipient> findings = new CopyOnWriteArrayList<>();
    private final CompletableFuture<PreparationSnapshot> over = new CompletableFuture<>();
    private volatile PreparationSnapshot latest;
    public volatile boolean skipped;
    public volatile boolean closed;

    public FakePreparation(ProvisioningRequest request, Requests requests) {
        this.request = request;
        this.requests = requests;
        latest = new PreparationSnapshot(Phase.SIGNING_IN, 0, request.open().size(), 0, Optional.empty());
    }

    /** Shows progress. */
    public void show(Phase phase, int looked, Optional<Problem> notice) {
        latest = new PreparationSnapshot(phase, looked, request.open().size(), findings.size(), notice);
        listeners.forEach(listener -> listener.accept(latest));
        if (latest.isOver()) {
            over.complete(latest);
        }
    }

    /** Ends the check with recipients to decide about. */
    public FakePreparation ready(CheckedRecipient... found) {
        findings.addAll(List.of(found));
        show(Phase.READY, request.open().size(), Optional.empty());
        return this;
    }

    @Override
    public ProvisioningRequest request() {
        return request;
    }

    @Override
    public PreparationSnapshot snapshot() {
        return latest;
    }

    @Override
    public void addListener(Consumer<PreparationSnapshot> listener) {
        listeners.add(listener);
        listener.accept(latest);
    }

    @Override
    public List<CheckedRecipient> findings() {
        return new ArrayList<>(findings);
    }

    @Override
    public void skipRest() {
        skipped = true;
        show(Phase.READY, latest.lookedUp(), Optional.empty());
    }

    @Override
    public CompletableFuture<PreparationSnapshot> completed() {
        return over;
    }

    @Override
    public void exclude(Collection<CheckedRecipient> recipients) {
        for (CheckedRecipient one : recipients) {
            RecipientId recipient = one.recipient().id();
            try (Claim claim = requests.claim(recipient).orElseThrow()) {
                requests.settle(
                        claim, recipient, OutcomeRecord.withoutCeremony(Outcome.SKIPPED, one.problem(), Instant.EPOCH));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
