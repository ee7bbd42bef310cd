package org.keyhopper.core.internal.station;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.internal.directory.KnownPeople;
import org.keyhopper.core.internal.people.RecipientCheck;
import org.keyhopper.core.internal.run.RunStart;
import org.keyhopper.core.internal.run.SignIn;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.fido.CredentialVerifier;

/** Takes requests for runs, or says why they cannot be run. */
public record RunStarts(Requests requests, Directories directories, CredentialVerifier verifier, Clock clock) {

    /** Takes a request whose directory is still to be opened. */
    public RunStart of(RequestId id, DirectoryPrompts prompts, Optional<Duration> limit) throws RunRefused {
        return taken(wanted(id), prompts, limit);
    }

    /** Takes a request for a run through printers; without an operator, the directory is waited for as long as a printer. */
    public RunStart of(AutomaticOrder order, DirectoryPrompts prompts) throws RunRefused {
        ProvisioningRequest request = wanted(order.request());
        needsNoPerson(request);
        Optional<Duration> limit = order.resumption() instanceof Resumption.WhenCleared cleared
                ? Optional.of(cleared.patience())
                : Optional.empty();
        return taken(request, prompts, limit);
    }

    /** Takes over what was prepared; gives it up when it is not ready. */
    public static RunStart takenOver(Preparation prepared) throws RunRefused {
        Optional<RunStart> start = prepared instanceof RecipientCheck check ? check.handOver() : Optional.empty();
        if (start.isPresent()) {
            return start.get();
        }
        prepared.close();
        throw new RunRefused(prepared.snapshot().notice().orElseGet(() -> Problem.of(RunProblem.STOPPED)));
    }

    /** Does the same for a run through printers. */
    public static RunStart takenOverWithoutPerson(Preparation prepared) throws RunRefused {
        try {
            needsNoPerson(prepared.request());
        } catch (RunRefused e) {
            prepared.close();
            throw e;
        }
        return takenOver(prepared);
    }

    private static void needsNoPerson(ProvisioningRequest request) throws RunRefused {
        if (!(request.profile().pin() instanceof PinRule.Random)) {
            throw refused(RunProblem.PIN_RULE_NEEDS_PERSON, request.name());
        }
    }

    private ProvisioningRequest wanted(RequestId id) throws RunRefused {
        verifier.prepare();
        ProvisioningRequest request =
                requests.find(id).orElseThrow(() -> refused(RunProblem.NO_SUCH_REQUEST, id.value()));
        if (directories.accounts().find(request.directory()).isEmpty()) {
            throw refused(RunProblem.NO_SUCH_DIRECTORY, request.directory());
        }
        return request;
    }

    private RunStart taken(ProvisioningRequest request, DirectoryPrompts prompts, Optional<Duration> limit)
            throws RunRefused {
        Requests.Lease lease =
                requests.lease(request.id()).orElseThrow(() -> refused(RunProblem.REQUEST_IN_USE, request.name()));
        return new RunStart(
                request,
                lease,
                asked -> SignIn.to(request.directory(), directories, asked),
                prompts,
                new KnownPeople(clock),
                limit);
    }

    private static RunRefused refused(RunProblem problem, String argument) {
        return new RunRefused(Problem.of(problem, argument));
    }
}
