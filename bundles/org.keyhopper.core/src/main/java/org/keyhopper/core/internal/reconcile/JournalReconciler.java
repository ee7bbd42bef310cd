package org.keyhopper.core.internal.reconcile;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.internal.central.ProofChallenge;
import org.keyhopper.core.internal.ceremony.AssertionProof;
import org.keyhopper.core.internal.ceremony.RetryPolicy;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.RecipientReconciler;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.reconcile.Reconciler;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.CredentialVerifier;

/**
 * Reconciles from the journal: resolves the last ceremony of each unclear recipient from the directory and the devices.
 */
public record JournalReconciler(
        StationRecords records,
        Directories directories,
        Devices devices,
        CredentialVerifier verifier,
        SecureRandom random,
        Clock clock,
        RetryPolicy retryPolicy)
        implements Reconciler, RecipientReconciler {

    @Override
    public Answer<List<RecipientState>> reconcile(
            ReconcileOrder order, DirectoryPrompts prompts, ReconcilePrompts operator) {
        RequestId id = order.request();
        Optional<ProvisioningRequest> request = records.requests().find(id);
        if (request.isEmpty()) {
            return Answer.failed(Problem.of(RunProblem.NO_SUCH_REQUEST, id.value()));
        }
        if (unclear(request.get(), order).isEmpty()) {
            return Answer.done(List.of());
        }
        if (areAllClaimed(unclear(request.get(), order))) {
            return Answer.failed(
                    Problem.of(RunProblem.REQUEST_IN_USE, request.get().name()));
        }
        try {
            return directories.open(request.get().directory(), prompts).map(directory -> {
                try (directory) {
                    ProvisioningRequest fresh = records.requests().find(id).orElseThrow();
                    DeviceSearch search = new DeviceSearch(devices, records.pins());
                    return new Reconciliation(
                                    this,
                                    order,
                                    search,
                                    claim -> resolver(claim, fresh, directory, search),
                                    prompts,
                                    operator)
                            .run(fresh.profile(), unclear(fresh, order));
                }
            });
        } catch (ClaimLostException | CancellationException e) {
            return Answer.failed(Failures.problemOf(e));
        }
    }

    private static List<RecipientState> unclear(ProvisioningRequest request, ReconcileOrder order) {
        return request.recipients().stream()
                .filter(recipient -> recipient.outcome() == Outcome.UNCLEAR)
                .filter(order.people())
                .toList();
    }

    /** {@inheritDoc} An unclear recipient whose ceremony is not in the journal stays so. */
    @Override
    public Answer<RecipientState> reconcile(
            Claim claim, ProvisioningRequest request, RecipientState recipient, Directory directory) {
        Optional<CeremonyTrace> last = records.journal().ceremoniesOf(request.id()).stream()
                .filter(ceremony -> ceremony.recipient().equals(recipient.id()))
                .reduce((earlier, later) -> later)
                .map(ceremony -> new CeremonyTrace(ceremony, request.profile()));
        if (last.isEmpty()) {
            return Answer.failed(Problem.of(RunProblem.CANNOT_TELL));
        }
        DeviceSearch search = new DeviceSearch(devices, records.pins());
        if (last.get().needsDevice() && !search.isConnected(last.get())) {
            return Answer.failed(Problem.of(DeviceProblem.DIFFERENT_DEVICE));
        }
        CeremonyResolver resolver = resolver(claim, request, directory, search);
        OutcomeRecord outcome = resolver.of(recipient, last.get(), false).outcome();
        records.journal().close(claim, last.get().id(), outcome);
        ProvisioningRequest fresh = records.requests().find(request.id()).orElseThrow();
        return Answer.done(fresh.recipient(recipient.id().position()));
    }

    private CeremonyResolver resolver(
            Claim claim, ProvisioningRequest request, Directory directory, DeviceSearch search) {
        DeviceResolver device = new DeviceResolver(
                search, records.pins(), claim, new AssertionProof(verifier, ProofChallenge.random(random)));
        return new CeremonyResolver(this, claim, request, directory.passkeys(), device);
    }

    private boolean areAllClaimed(List<RecipientState> recipients) {
        List<RecipientId> claimed =
                records.requests().claimed(recipients.getFirst().id().request());
        return recipients.stream().map(RecipientState::id).allMatch(claimed::contains);
    }
}
