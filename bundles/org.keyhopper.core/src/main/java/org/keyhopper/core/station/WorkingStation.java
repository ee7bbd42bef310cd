package org.keyhopper.core.station;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.care.Caretaker;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.internal.automatic.LivePrinters;
import org.keyhopper.core.internal.automatic.NobodyAtTheCard;
import org.keyhopper.core.internal.automatic.PrinterParts;
import org.keyhopper.core.internal.automatic.PrinterRun;
import org.keyhopper.core.internal.automatic.ReaderLearning;
import org.keyhopper.core.internal.care.DevicesInUse;
import org.keyhopper.core.internal.care.WorkingCaretaker;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.internal.ceremony.Patience;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.device.ModelNames;
import org.keyhopper.core.internal.metadata.KeptMetadata;
import org.keyhopper.core.internal.reconcile.JournalReconciler;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.internal.run.DeskRun;
import org.keyhopper.core.internal.run.RunParts;
import org.keyhopper.core.internal.station.ConfiguredDirectories;
import org.keyhopper.core.internal.station.LockedAccounts;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.StationMetadata;
import org.keyhopper.core.printer.Commissioning;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.reconcile.Reconciler;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.MetadataReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The station put together from its parts, without any framework; transports and connectors may come and go. */
@Component(service = Station.class)
public final class WorkingStation implements Station, AutoCloseable {

    private final StationRecords records;
    private final StationPolicy policy;
    private final CredentialVerifier verifier;
    private final KeptMetadata metadata;
    private final ConfiguredDirectories directories;
    private final LiveDevices devices;
    private final DevicesInUse used = new DevicesInUse();
    private final Reinsertion reinsertion;
    private final Caretaker caretaker;
    private final LivePrinters printers = new LivePrinters();

    /** Held by the printer that learns its reader. */
    private final ReentrantLock learning = new ReentrantLock(true);

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    /** Put together by the service registry. */
    @Activate
    public WorkingStation(
            @Reference StoredRecords stored,
            @Reference AuthenticatorFactory authenticators,
            @Reference CredentialVerifier verifier,
            @Reference MetadataReader metadataReader,
            @Reference StationPolicy policy) {
        this(stored.records(), authenticators, verifier, metadataReader, policy);
    }

    /** A station that nobody made a policy for. */
    public WorkingStation(
            StationRecords records,
            AuthenticatorFactory authenticators,
            CredentialVerifier verifier,
            MetadataReader metadataReader) {
        this(records, authenticators, verifier, metadataReader, StationPolicy.OPEN);
    }

    WorkingStation(
            StationRecords records,
            AuthenticatorFactory authenticators,
            CredentialVerifier verifier,
            MetadataReader metadataReader,
            StationPolicy policy) {
        this.records = records;
        this.policy = policy;
        this.verifier = verifier;
        this.metadata = new KeptMetadata(records.metadata(), metadataReader);
        this.directories = new ConfiguredDirectories(
                policy.locks().directories() ? new LockedAccounts(records.accounts()) : records.accounts());
        Identification identification = new Identification(records.inventory(), new ModelNames());
        this.devices = new LiveDevices(authenticators, identification);
        this.reinsertion = Reinsertion.at(devices, identification, records.bindings());
        this.caretaker = new WorkingCaretaker(devices, identification, records.inventory(), used, reinsertion);
    }

    @Reference(
            name = "transports",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(TransportProvider transport) {
        devices.add(transport);
    }

    public void remove(TransportProvider transport) {
        devices.remove(transport);
    }

    @Reference(
            name = "connectors",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(DirectoryConnector connector) {
        directories.add(connector);
    }

    public void remove(DirectoryConnector connector) {
        directories.remove(connector);
    }

    @Reference(
            name = "printers",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(PrinterDriver driver) {
        printers.add(driver);
    }

    public void remove(PrinterDriver driver) {
        printers.remove(driver);
    }

    @Override
    public StationPolicy policy() {
        return policy;
    }

    @Override
    public Requests requests() {
        return records.requests();
    }

    @Override
    public Journal journal() {
        return records.journal();
    }

    @Override
    public Inventory inventory() {
        return records.inventory();
    }

    @Override
    public Revocations revocations() {
        return records.revocations();
    }

    @Override
    public PinVault pins() {
        return records.pins();
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
    public Caretaker caretaker() {
        return caretaker;
    }

    @Override
    public StationMetadata metadata() {
        return metadata;
    }

    @Override
    public Run startManual(
            RequestId id, String slot, OperatorPrompts operator, DirectoryPrompts prompts, RunListener follower)
            throws RunRefused {
        ProvisioningRequest request = wanted(id);
        Requests.Lease lease = leased(request);
        DeskRun run = new DeskRun(parts(operator, Optional.of(reinsertion)), request, slot, prompts, lease);
        run.follow(follower);
        used.add(run);
        return run.start();
    }

    @Override
    public AutomaticRun startAutomatic(AutomaticOrder order, DirectoryPrompts prompts, AutomaticListener follower)
            throws RunRefused {
        ProvisioningRequest request = wanted(order.request());
        if (!(request.profile().pin() instanceof PinRule.Random)) {
            throw refused(RunProblem.PIN_RULE_NEEDS_PERSON, request.name());
        }
        Requests.Lease lease = leased(request);
        PrinterParts printing = new PrinterParts(printers, bindings(), learning);
        PrinterRun run = new PrinterRun(
                parts(new NobodyAtTheCard(), Optional.empty()), printing, request, order, prompts, lease);
        run.follow(follower);
        used.add(run);
        return run.start();
    }

    private ProvisioningRequest wanted(RequestId id) throws RunRefused {
        verifier.prepare();
        ProvisioningRequest request =
                requests().find(id).orElseThrow(() -> refused(RunProblem.NO_SUCH_REQUEST, id.value()));
        if (directories.accounts().find(request.directory()).isEmpty()) {
            throw refused(RunProblem.NO_SUCH_DIRECTORY, request.directory());
        }
        return request;
    }

    private Requests.Lease leased(ProvisioningRequest request) throws RunRefused {
        return requests().lease(request.id()).orElseThrow(() -> refused(RunProblem.REQUEST_IN_USE, request.name()));
    }

    private RunParts parts(OperatorPrompts operator, Optional<Reinsertion> reinsertion) {
        CeremonyTools tools =
                new CeremonyTools(records, verifier, metadata, operator, random, clock, Patience.USUAL, reinsertion);
        return new RunParts(requests(), directories, devices, tools, clock);
    }

    @Override
    public Printers printers() {
        return printers;
    }

    @Override
    public ReaderBindings bindings() {
        return records.bindings();
    }

    @Override
    public Commissioning commissioning() {
        return new ReaderLearning(printers, bindings(), devices, learning, clock);
    }

    @Override
    public Reconciler reconciler() {
        return new JournalReconciler(records, directories, devices, verifier, random, clock, Patience.USUAL);
    }

    @Override
    @Deactivate
    public void close() {
        devices.close();
    }

    private static RunRefused refused(RunProblem problem, String argument) {
        return new RunRefused(Problem.of(problem, argument));
    }
}
