package org.keyhopper.core.internal.reconcile;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.reconcile.Reconciler;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.station.StationRecords;
import org.keyhopper.fido.CredentialVerifier;

/** Reconciles from the journal: the last ceremony of each unclear recipient is settled by what can be seen now. */
public record JournalReconciler(
        StationRecords records,
        Directories directories,
        Devices devices,
        CredentialVerifier verifier,
        SecureRandom random,
        Clock clock)
        implements Reconciler {

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
                    .map(directory -> settleAll(fresh, unclear(fresh), directory));
        }
    }

    private static List<RecipientState> unclear(ProvisioningRequest request) {
        return request.recipients().stream()
                .filter(recipient -> recipient.outcome() == Outcome.UNCLEAR)
                .toList();
    }

    private List<RecipientState> settleAll(
            ProvisioningRequest request, List<RecipientState> unclear, Directory directory) {
        try (directory) {
            List<CeremonyRecord> ceremonies = records.journal().ceremoniesOf(request.id());
            DeviceSearch search = new DeviceSearch(this);
            for (RecipientState recipient : unclear) {
                CeremonyRecord last = ceremonies.stream()
                        .filter(ceremony -> ceremony.recipient().equals(recipient.id()))
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
                OutcomeRecord outcome = new Settlement(this, request, recipient, last, directory, search).settle();
                records.journal().close(last.id(), outcome);
            }
        }
        ProvisioningRequest fresh = records.requests().find(request.id()).orElseThrow();
        return unclear.stream()
                .map(recipient -> fresh.recipients().get(recipient.id().position() - 1))
                .toList();
    }
}
