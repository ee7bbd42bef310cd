package org.keyhopper.core.internal.reconcile;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.internal.ceremony.Patience;
import org.keyhopper.core.internal.ceremony.PossessionProof;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.RecipientReconciler;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.reconcile.Reconciler;
import org.keyhopper.core.request.LeaseLostException;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.station.StationRecords;
import org.keyhopper.fido.CredentialVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles from the journal: the last ceremony of each unclear recipient is settled by what can be seen now. */
public record JournalReconciler(
        StationRecords records,
        Directories directories,
        Devices devices,
        CredentialVerifier verifier,
        SecureRandom random,
        Clock clock,
        Patience patience)
        implements Reconciler, RecipientReconciler {

    private static final Logger LOGGER = LoggerFactory.getLogger(JournalReconciler.class);

    @Override
    public Answer<List<RecipientState>> reconcile(RequestId id, DirectoryPrompts prompts) {
        Optional<ProvisioningRequest> request = records.requests().find(id);
        if (request.isEmpty()) {
            return Answer.failed(Problem.of(RunProblem.NO_SUCH_REQUEST, id.value()));
        }
        List<RecipientState> unclear = unclear(request.get());
        if (unclear.isEmpty()) {
            return Answer.done(List.of());
        }
        Optional<Requests.Lease> lease = records.requests().lease(id);
        if (lease.isEmpty()) {
            return Answer.failed(
                    Problem.of(RunProblem.REQUEST_IN_USE, request.get().name()));
        }
        Requests.Lease held = lease.get();
        try (held) {
            ProvisioningRequest fresh = records.requests().find(id).orElseThrow();
            return directories
                    .open(fresh.directory(), prompts)
                    .map(directory -> settleAll(held, fresh, unclear(fresh), directory, prompts));
        } catch (LeaseLostException e) {
            return Answer.failed(Failures.problemOf(e));
        }
    }

    private static List<RecipientState> unclear(ProvisioningRequest request) {
        return request.recipients().stream()
                .filter(recipient -> recipient.outcome() == Outcome.UNCLEAR)
                .toList();
    }

    private List<RecipientState> settleAll(
            Requests.Lease lease,
            ProvisioningRequest request,
            List<RecipientState> unclear,
            Directory directory,
            DirectoryPrompts prompts) {
        try (directory) {
            Settlement settlement = new Settlement(this, lease, request, directory.passkeys(), care(lease));
            List<CeremonyRecord> ceremonies = records.journal().ceremoniesOf(request.id());
            for (RecipientState recipient : unclear) {
                if (!prompts.isCancelled()) {
                    last(ceremonies, recipient).ifPresent(ceremony -> settle(settlement, recipient, ceremony));
                }
            }
        }
        ProvisioningRequest fresh = records.requests().find(request.id()).orElseThrow();
        return unclear.stream()
                .map(recipient -> fresh.recipients().get(recipient.id().position() - 1))
                .toList();
    }

    private static Optional<CeremonyRecord> last(List<CeremonyRecord> ceremonies, RecipientState recipient) {
        return ceremonies.stream()
                .filter(ceremony -> ceremony.recipient().equals(recipient.id()))
                .reduce((earlier, later) -> later);
    }

    /** {@inheritDoc} An unclear recipient whose ceremony is not in the journal stays so. */
    @Override
    public Answer<RecipientState> reconcile(
            Requests.Lease lease, ProvisioningRequest request, RecipientState recipient, Directory directory) {
        Optional<Remains> remains =
                last(records.journal().ceremoniesOf(request.id()), recipient).map(Remains::new);
        if (remains.isEmpty()) {
            return Answer.failed(Problem.of(RunProblem.CANNOT_TELL));
        }
        DeviceCare care = care(lease);
        if (remains.get().needsDevice() && !care.isConnected(remains.get(), request.profile())) {
            return Answer.failed(Problem.of(DeviceProblem.DIFFERENT_DEVICE));
        }
        settle(
                new Settlement(this, lease, request, directory.passkeys(), care),
                recipient,
                remains.get().ceremony());
        return Answer.done(standing(request, recipient));
    }

    private DeviceCare care(Requests.Lease lease) {
        return new DeviceCare(
                new DeviceSearch(devices, records.pins()),
                records.pins(),
                lease,
                new PossessionProof(verifier, random));
    }

    private RecipientState standing(ProvisioningRequest request, RecipientState recipient) {
        ProvisioningRequest fresh = records.requests().find(request.id()).orElseThrow();
        return fresh.recipients().get(recipient.id().position() - 1);
    }

    /** A fault met with one recipient leaves that one unclear and does not keep the others from being settled. */
    private void settle(Settlement settlement, RecipientState recipient, CeremonyRecord ceremony) {
        OutcomeRecord outcome;
        try {
            outcome = settlement.of(recipient, new Remains(ceremony));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOGGER.error("{} could not be reconciled", recipient.id(), e);
            return;
        }
        records.journal().close(settlement.lease(), ceremony.id(), outcome);
    }
}
