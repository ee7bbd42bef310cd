package org.keyhopper.ui.fakes;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.StationMetadata;
import org.keyhopper.core.people.PeopleLookup;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.printer.Commissioning;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.reconcile.Reconciler;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.station.Station;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinVault;

/** An in-memory station whose runs are supplied by the test. */
public final class FakeStation implements Station {

    public StationPolicy policy = StationPolicy.OPEN;
    public final FakeRequests requests = new FakeRequests();
    public final FakeJournal journal = new FakeJournal();
    public final FakeRevocations revocations = new FakeRevocations();
    public final FakePins pins = new FakePins();
    public Optional<FakeEscrow> escrow = Optional.empty();
    public final FakeInventory inventory = new FakeInventory();
    public final FakeDevices devices = new FakeDevices();
    public final FakeDeviceManagement deviceManagement = new FakeDeviceManagement(devices, inventory);
    public final FakeDirectory directory = new FakeDirectory(Samples.users());
    public final FakeDirectories directories = new FakeDirectories(directory);
    public final FakeMembership central = new FakeMembership();
    public final FakePrinters printers = new FakePrinters();
    public final FakeBindings bindings = new FakeBindings();
    public StationMetadata metadata;
    public Function<ProvisioningRequest, Preparation> prepared =
            request -> new FakePreparation(request, requests).ready();
    public final List<AutomaticOrder> ordered = new ArrayList<>();
    public Commissioning commissioning =
            (printer, station, follower) -> Answer.failed(Problem.of(PrinterProblem.CARD_NOT_SEEN, ""));
    public Function<AutomaticOrder, AutomaticRun> automatic = order -> {
        throw new IllegalStateException("no run was prepared");
    };
    public final List<RequestId> started = new ArrayList<>();

    /** The people whom each run was prepared for; empty for all. */
    public final List<Optional<Set<Integer>>> meant = new ArrayList<>();

    /** The prompts of the last manual run. */
    public OperatorPrompts operator;

    public Function<ProvisioningRequest, Run> runs = request -> new FakeRun(Samples.insert(request));
    public Answer<List<RecipientState>> reconciled = Answer.done(List.of());

    /** Called during a reconciliation. */
    public Consumer<DirectoryPrompts> whileReconciling = prompts -> {};

    /** Called during a reconciliation with the operator's prompts. */
    public BiConsumer<ReconcileOrder, ReconcilePrompts> whileAsking = (order, operator) -> {};

    @Override
    public StationPolicy policy() {
        return policy;
    }

    @Override
    public CentralMembership central() {
        return central;
    }

    @Override
    public Requests requests() {
        return requests;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public Revocations revocations() {
        return revocations;
    }

    @Override
    public PinVault pins() {
        return pins;
    }

    @Override
    public Optional<PinEscrow> escrow() {
        return escrow.map(PinEscrow.class::cast);
    }

    @Override
    public Directories directories() {
        return directories;
    }

    @Override
    public Devices devices() {
        return devices;
    }

    @Override
    public DeviceManagement deviceManagement() {
        return deviceManagement;
    }

    @Override
    public StationMetadata metadata() {
        return metadata;
    }

    @Override
    public Run startManual(
            RequestId id, String slot, OperatorPrompts operator, DirectoryPrompts prompts, RunListener follower)
            throws RunRefusedException {
        Optional<ProvisioningRequest> request = requests.find(id);
        if (request.isEmpty()) {
            throw new RunRefusedException(Problem.of(RunProblem.NO_SUCH_REQUEST, id.value()));
        }
        started.add(id);
        this.operator = operator;
        Run run = runs.apply(request.get());
        run.addListener(follower);
        return run;
    }

    @Override
    public Preparation prepare(
            RequestId id, Optional<Set<Integer>> people, Optional<Duration> limit, DirectoryPrompts prompts)
            throws RunRefusedException {
        meant.add(people);
        ProvisioningRequest request = requests.find(id)
                .orElseThrow(() -> new RunRefusedException(Problem.of(RunProblem.NO_SUCH_REQUEST, id.value())));
        return prepared.apply(request);
    }

    @Override
    public Run startManual(Preparation taken, String slot, OperatorPrompts operator, RunListener follower)
            throws RunRefusedException {
        return startManual(taken.request().id(), slot, operator, null, follower);
    }

    @Override
    public AutomaticRun startAutomatic(AutomaticOrder order, Preparation taken, AutomaticListener follower)
            throws RunRefusedException {
        return startAutomatic(order, (DirectoryPrompts) null, follower);
    }

    @Override
    public PeopleLookup people() {
        return StationFactory.peopleLookup(requests, inventory, revocations, Clock.systemUTC());
    }

    @Override
    public Printers printers() {
        return printers;
    }

    @Override
    public ReaderBindings bindings() {
        return bindings;
    }

    @Override
    public Commissioning commissioning() {
        return commissioning;
    }

    @Override
    public AutomaticRun startAutomatic(AutomaticOrder order, DirectoryPrompts prompts, AutomaticListener follower)
            throws RunRefusedException {
        if (requests.find(order.request()).isEmpty()) {
            throw new RunRefusedException(
                    Problem.of(RunProblem.NO_SUCH_REQUEST, order.request().value()));
        }
        ordered.add(order);
        AutomaticRun run = automatic.apply(order);
        run.addListener(follower);
        return run;
    }

    @Override
    public Reconciler reconciler() {
        return (order, prompts, operator) -> {
            whileReconciling.accept(prompts);
            whileAsking.accept(order, operator);
            return reconciled;
        };
    }
}
