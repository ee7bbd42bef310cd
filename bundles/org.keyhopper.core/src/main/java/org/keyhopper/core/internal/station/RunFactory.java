package org.keyhopper.core.internal.station;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.internal.ceremony.RefusedPins;
import org.keyhopper.core.internal.ceremony.RetryPolicy;
import org.keyhopper.core.internal.directory.KnownPeople;
import org.keyhopper.core.internal.metadata.ArchivedMetadata;
import org.keyhopper.core.internal.people.RecipientCheck;
import org.keyhopper.core.internal.reconcile.JournalReconciler;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.internal.run.RunStart;
import org.keyhopper.core.internal.run.SignIn;
import org.keyhopper.core.internal.run.manual.ManualRun;
import org.keyhopper.core.internal.run.printer.NoOperator;
import org.keyhopper.core.internal.run.printer.PrinterRun;
import org.keyhopper.core.internal.run.printer.PrinterServices;
import org.keyhopper.core.internal.run.printer.ReaderLearning;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.printer.Commissioning;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.fido.CredentialVerifier;

/**
 * Makes the runs of a station, if their requests can be run now.
 *
 * @param reinsertion for runs with an operator at the device
 * @param printing for runs through printers
 */
public record RunFactory(
        StationRecords records,
        Directories directories,
        Devices devices,
        CredentialVerifier verifier,
        ArchivedMetadata metadata,
        Reinsertion reinsertion,
        PrinterServices printing,
        SecureRandom random,
        Clock clock) {

    public ManualRun manual(RunStart start, String slot, OperatorPrompts operator, OutagePauses pauses) {
        return new ManualRun(services(operator, Optional.of(reinsertion), pauses), start, slot);
    }

    public PrinterRun automatic(AutomaticOrder order, RunStart start, OutagePauses pauses) {
        return new PrinterRun(services(new NoOperator(), Optional.empty(), pauses), printing, order, start);
    }

    public RecipientCheck check(RunStart start, OutagePauses pauses) {
        return new RecipientCheck(services(new NoOperator(), Optional.empty(), pauses), start);
    }

    private RunServices services(OperatorPrompts operator, Optional<Reinsertion> atDevice, OutagePauses pauses) {
        RefusedPins refusedPins = new RefusedPins();
        return new RunServices(
                records.requests(),
                records.journal(),
                devices,
                claim -> new CeremonyTools(
                        records,
                        claim,
                        verifier,
                        metadata,
                        operator,
                        random,
                        clock,
                        RetryPolicy.USUAL,
                        refusedPins,
                        atDevice),
                reconciler(),
                clock,
                pauses);
    }

    public Commissioning commissioning() {
        return new ReaderLearning(printing.printers(), printing.bindings(), devices, printing.learning(), clock);
    }

    public JournalReconciler reconciler() {
        return new JournalReconciler(records, directories, devices, verifier, random, clock, RetryPolicy.USUAL);
    }

    /**
     * Returns the start of a run whose directory is still to be opened.
     *
     * @param people the positions of the recipients that it is started for; empty for all that are open
     */
    public RunStart start(
            RequestId id, Optional<Set<Integer>> people, DirectoryPrompts prompts, Optional<Duration> limit)
            throws RunRefusedException {
        return start(wanted(id), people, prompts, limit);
    }

    /** Returns the start of a run through printers; without an operator, the directory is waited for as long as a printer. */
    public RunStart start(AutomaticOrder order, DirectoryPrompts prompts) throws RunRefusedException {
        ProvisioningRequest request = wanted(order.request());
        needsNoPerson(request);
        Optional<Duration> limit = order.resumption() instanceof Resumption.ByPrinter cleared
                ? Optional.of(cleared.timeout())
                : Optional.empty();
        return start(request, Optional.empty(), prompts, limit);
    }

    /** Takes over what was prepared; gives it up when it is not ready. */
    public static RunStart takenOver(Preparation prepared) throws RunRefusedException {
        Optional<RunStart> start = prepared instanceof RecipientCheck check ? check.handOver() : Optional.empty();
        if (start.isPresent()) {
            return start.get();
        }
        prepared.close();
        throw new RunRefusedException(prepared.snapshot().notice().orElseGet(() -> Problem.of(RunProblem.STOPPED)));
    }

    /** Does the same for a run through printers. */
    public static RunStart takenOverWithoutPerson(Preparation prepared) throws RunRefusedException {
        try {
            needsNoPerson(prepared.request());
        } catch (RunRefusedException e) {
            prepared.close();
            throw e;
        }
        return takenOver(prepared);
    }

    private static void needsNoPerson(ProvisioningRequest request) throws RunRefusedException {
        if (!(request.profile().pin() instanceof PinRule.Random)) {
            throw refused(RunProblem.PIN_RULE_NEEDS_PERSON, request.name());
        }
    }

    private ProvisioningRequest wanted(RequestId id) throws RunRefusedException {
        verifier.prepare();
        ProvisioningRequest request =
                records.requests().find(id).orElseThrow(() -> refused(RunProblem.NO_SUCH_REQUEST, id.value()));
        if (directories.accounts().find(request.directory()).isEmpty()) {
            throw refused(RunProblem.NO_SUCH_DIRECTORY, request.directory());
        }
        return request;
    }

    private RunStart start(
            ProvisioningRequest request,
            Optional<Set<Integer>> people,
            DirectoryPrompts prompts,
            Optional<Duration> limit)
            throws RunRefusedException {
        if (people.isPresent() && !records.requests().canChooseRecipients()) {
            throw refused(RunProblem.CENTRAL_CHOOSES, request.name());
        }
        RunStart start = new RunStart(
                request,
                people,
                asked -> SignIn.to(request.directory(), directories, asked),
                prompts,
                new KnownPeople(clock),
                limit);
        List<RecipientId> claimed = records.requests().claimed(request.id());
        List<RecipientState> open = start.open();
        if (!open.isEmpty() && open.stream().allMatch(recipient -> claimed.contains(recipient.id()))) {
            throw refused(RunProblem.REQUEST_IN_USE, request.name());
        }
        return start;
    }

    private static RunRefusedException refused(RunProblem problem, String argument) {
        return new RunRefusedException(Problem.of(problem, argument));
    }
}
