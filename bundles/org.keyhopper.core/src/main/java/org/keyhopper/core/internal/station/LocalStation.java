package org.keyhopper.core.internal.station;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.internal.central.JoinedDirectories;
import org.keyhopper.core.internal.device.DevicesInUse;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDeviceManagement;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.directory.InstalledDirectories;
import org.keyhopper.core.internal.metadata.ArchivedMetadata;
import org.keyhopper.core.internal.people.LivePeopleLookup;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.internal.run.RunStart;
import org.keyhopper.core.internal.run.manual.ManualRun;
import org.keyhopper.core.internal.run.printer.LivePrinters;
import org.keyhopper.core.internal.run.printer.PrinterRun;
import org.keyhopper.core.internal.run.printer.PrinterServices;
import org.keyhopper.core.internal.run.printer.RunClock;
import org.keyhopper.core.metadata.StationMetadata;
import org.keyhopper.core.people.PeopleLookup;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.printer.Commissioning;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.core.reconcile.Reconciler;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.station.Station;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.MetadataReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The station of this computer, over a store on it or on a server. */
@Component(service = Station.class)
public final class LocalStation extends RecordedStation {

    private final StationPolicy policy;
    private final ArchivedMetadata metadata;
    private final List<DirectoryConnector> connectors = new CopyOnWriteArrayList<>();
    private final Directories directories;
    private final LiveDevices devices;
    private final DevicesInUse used = new DevicesInUse();
    private final DeviceManagement deviceManagement;
    private final LivePrinters printers = new LivePrinters();
    private final Clock clock = Clock.systemUTC();
    private final PinPurge purge = new PinPurge(this::escrow, clock);
    private final RunFactory runs;
    private volatile OutagePauses pauses = OutagePauses.DEFAULT;

    @Activate
    public LocalStation(
            @Reference StationRecords records,
            @Reference AuthenticatorFactory authenticators,
            @Reference CredentialVerifier verifier,
            @Reference MetadataReader metadataReader,
            @Reference StationPolicy policy) {
        this(records, authenticators, verifier, metadataReader, policy, RunClock.SYSTEM);
    }

    /** @param printerClock by which printer workers measure and spend time */
    public LocalStation(
            StationRecords own,
            AuthenticatorFactory authenticators,
            CredentialVerifier verifier,
            MetadataReader metadataReader,
            StationPolicy policy,
            RunClock printerClock) {
        super(own);
        StationRecords records = records();
        this.policy = policy;
        this.metadata = new ArchivedMetadata(records.metadata(), metadataReader, policy.metadataRoots());
        DirectoryAccounts accounts = records.accounts();
        this.directories = new JoinedDirectories(
                new InstalledDirectories(
                        policy.locks().directories() ? new LockedAccounts(accounts) : accounts,
                        () -> List.copyOf(connectors),
                        policy.directoryHosts()),
                membership());
        Identification identification = new Identification(records.inventory(), metadata::nameOf);
        this.devices = new LiveDevices(authenticators, identification);
        Reinsertion reinsertion = Reinsertion.at(devices, identification, records.bindings());
        this.deviceManagement = new LiveDeviceManagement(
                devices,
                identification,
                records.inventory(),
                used,
                (device, order) -> AuthenticatorReset.perform(device, order, reinsertion),
                false);
        this.runs = new RunFactory(
                records,
                directories,
                devices,
                verifier,
                metadata,
                reinsertion,
                new PrinterServices(printers, records.bindings(), new ReentrantLock(true), printerClock),
                new SecureRandom(),
                clock);
        purge.start();
    }

    @Reference(
            name = "transports",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    @Override
    public void add(TransportProvider transport) {
        devices.add(transport);
    }

    @Override
    public void remove(TransportProvider transport) {
        devices.remove(transport);
    }

    @Reference(
            name = "connectors",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    @Override
    public void add(DirectoryConnector connector) {
        connectors.add(connector);
    }

    @Override
    public void remove(DirectoryConnector connector) {
        connectors.remove(connector);
    }

    @Reference(
            name = "printers",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    @Override
    public void add(PrinterDriver driver) {
        printers.add(driver);
    }

    @Override
    public void remove(PrinterDriver driver) {
        printers.remove(driver);
    }

    @Reference(
            name = "central",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    @Override
    public void add(CentralConnector connector) {
        membership().use(connector);
    }

    @Override
    public void remove(CentralConnector connector) {
        membership().use(null);
    }

    @Override
    public void setOutagePauses(OutagePauses wanted) {
        pauses = wanted;
    }

    @Override
    public StationPolicy policy() {
        return policy;
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
        return manual(runs.start(id, Optional.empty(), prompts, Optional.empty()), slot, operator, follower);
    }

    @Override
    public Run startManual(Preparation prepared, String slot, OperatorPrompts operator, RunListener follower)
            throws RunRefusedException {
        return manual(RunFactory.takenOver(prepared), slot, operator, follower);
    }

    private Run manual(RunStart start, String slot, OperatorPrompts operator, RunListener follower) {
        ManualRun run = runs.manual(start, slot, operator, pauses);
        run.addListener(follower);
        used.add(run);
        return run.start();
    }

    @Override
    public Preparation prepare(
            RequestId id, Optional<Set<Integer>> people, Optional<Duration> limit, DirectoryPrompts prompts)
            throws RunRefusedException {
        return runs.check(runs.start(id, people, prompts, limit), pauses).start();
    }

    @Override
    public AutomaticRun startAutomatic(AutomaticOrder order, DirectoryPrompts prompts, AutomaticListener follower)
            throws RunRefusedException {
        return automatic(order, runs.start(order, prompts), follower);
    }

    @Override
    public AutomaticRun startAutomatic(AutomaticOrder order, Preparation prepared, AutomaticListener follower)
            throws RunRefusedException {
        return automatic(order, RunFactory.takenOverWithoutPerson(prepared), follower);
    }

    private AutomaticRun automatic(AutomaticOrder order, RunStart start, AutomaticListener follower) {
        PrinterRun run = runs.automatic(order, start, pauses);
        run.addListener(follower);
        used.add(run);
        return run.start();
    }

    @Override
    public PeopleLookup people() {
        return new LivePeopleLookup(requests(), inventory(), revocations(), clock);
    }

    @Override
    public Printers printers() {
        return printers;
    }

    @Override
    public Commissioning commissioning() {
        return runs.commissioning();
    }

    @Override
    public Reconciler reconciler() {
        return runs.reconciler();
    }

    @Override
    @Deactivate
    public void close() {
        purge.close();
        super.close();
        devices.close();
    }
}
