package org.keyhopper.core.internal.station;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.fido.CredentialVerifier;

/** Checks whether a request can be run now, and what its run starts from. */
public record RunStarts(Requests requests, Directories directories, CredentialVerifier verifier, Clock clock) {

    /** Returns the start of a run whose directory is still to be opened. */
    public RunStart of(RequestId id, DirectoryPrompts prompts, Optional<Duration> limit) throws RunRefused {
        return start(wanted(id), prompts, limit);
    }

    /** Returns the start of a run through printers; without an operator, the directory is waited for as long as a printer. */
    public RunStart of(AutomaticOrder order, DirectoryPrompts prompts) throws RunRefused {
        ProvisioningRequest request = wanted(order.request());
        needsNoPerson(request);
        Optional<Duration> limit = order.resumption() instanceof Resumption.WhenCleared cleared
                ? Optional.of(cleared.patience())
                : Optional.empty();
        return start(request, prompts, limit);
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

    private RunStart start(ProvisioningRequest request, DirectoryPrompts prompts, Optional<Duration> limit)
            throws RunRefused {
        List<RecipientId> claimed = requests.claimed(request.id());
        List<RecipientState> open = request.open();
        if (!open.isEmpty() && open.stream().allMatch(recipient -> claimed.contains(recipient.id()))) {
            throw refused(RunProblem.REQUEST_IN_USE, request.name());
        }
        return new RunStart(
                request,
                asked -> SignIn.to(request.directory(), directories, asked),
                prompts,
                new KnownPeople(clock),
                limit);
    }

    private static RunRefused refused(RunProblem problem, String argument) {
        return new RunRefused(Problem.of(problem, argument));
    }
}
