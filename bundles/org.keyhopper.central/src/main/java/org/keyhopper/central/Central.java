package org.keyhopper.central;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.central.audit.AuditReview;
import org.keyhopper.central.audit.AuditTrail;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.directory.DirectoryPeople;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.escrow.SealedPins;
import org.keyhopper.central.internal.AuditReviewCalls;
import org.keyhopper.central.internal.ClaimedEnrolments;
import org.keyhopper.central.internal.DeviceCalls;
import org.keyhopper.central.internal.DirectoryAdministration;
import org.keyhopper.central.internal.DirectorySessions;
import org.keyhopper.central.internal.JoinedStations;
import org.keyhopper.central.internal.ListedRecords;
import org.keyhopper.central.internal.ManagedOperators;
import org.keyhopper.central.internal.ManagedPolicies;
import org.keyhopper.central.internal.ManagedProfiles;
import org.keyhopper.central.internal.ManagedShipments;
import org.keyhopper.central.internal.OperatorSignIns;
import org.keyhopper.central.internal.OperatorsAtStations;
import org.keyhopper.central.internal.PeopleCalls;
import org.keyhopper.central.internal.PickUpCalls;
import org.keyhopper.central.internal.PickUpInvitations;
import org.keyhopper.central.internal.PickUpOfficeCalls;
import org.keyhopper.central.internal.PrivilegedMembers;
import org.keyhopper.central.internal.ProgressCalls;
import org.keyhopper.central.internal.RefusalBudget;
import org.keyhopper.central.internal.ReportedStations;
import org.keyhopper.central.internal.RequestCalls;
import org.keyhopper.central.internal.StoredEscrow;
import org.keyhopper.central.internal.StoredLicensing;
import org.keyhopper.central.internal.StoredRecords;
import org.keyhopper.central.inventory.DeviceActions;
import org.keyhopper.central.inventory.ProvisionedDevices;
import org.keyhopper.central.inventory.Shipments;
import org.keyhopper.central.licence.LicenceFile;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.operator.Operators;
import org.keyhopper.central.pickup.Invitations;
import org.keyhopper.central.pickup.PickUp;
import org.keyhopper.central.pickup.PickUpKey;
import org.keyhopper.central.pickup.PickUpOffice;
import org.keyhopper.central.policy.Policies;
import org.keyhopper.central.profile.Profiles;
import org.keyhopper.central.reconcile.Reconciliations;
import org.keyhopper.central.records.PersonalData;
import org.keyhopper.central.records.Retention;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.request.RequestProgress;
import org.keyhopper.central.signin.SignInRules;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.central.signin.StationSignIns;
import org.keyhopper.central.station.StationReports;
import org.keyhopper.central.station.Stations;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.metadata.MetadataEdition;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.ModelMetadata;

/** Central without any way to reach it. Thread-safe. */
public final class Central implements AutoCloseable {

    private final CentralStore store;
    private final DirectorySessions directories;
    private final RefusalBudget refusals = new RefusalBudget(InstantSource.system());
    private final SecureRandom random = new SecureRandom();
    private final ClaimedEnrolments enrolments;
    private final Supplier<Optional<ModelMetadata>> metadata;

    private Central(
            CentralStore store,
            DirectorySessions directories,
            ClaimedEnrolments enrolments,
            Supplier<Optional<ModelMetadata>> metadata) {
        this.store = store;
        this.directories = directories;
        this.enrolments = enrolments;
        this.metadata = metadata;
    }

    /**
     * Puts the parts together.
     *
     * @param metadata the metadata of models, which profiles that require a proven manufacturer need
     */
    public static Central of(
            CentralStore store,
            Directories directories,
            CredentialVerifier verifier,
            Supplier<Optional<ModelMetadata>> metadata) {
        return of(store, directories, verifier, metadata, Clock.systemUTC());
    }

    /** Like the other method, with the clock of this computer. */
    public static Central of(
            CentralStore store,
            Directories directories,
            CredentialVerifier verifier,
            Supplier<Optional<ModelMetadata>> metadata,
            Clock clock) {
        DirectorySessions sessions = new DirectorySessions(
                directories,
                name -> store.write(in -> in.settings().confirmedChanges(name).obstacles()));
        return new Central(
                store, sessions, new ClaimedEnrolments(store, sessions, verifier, metadata, clock), metadata);
    }

    public Enrolments enrolments() {
        return enrolments;
    }

    public Reconciliations reconciliations() {
        return enrolments.reconciliations();
    }

    /** Returns the escrow of initial PINs, which are checked by these rules. */
    public Escrow escrow(SealedPins pins) {
        return escrow(pins, Optional.empty());
    }

    /** Returns the escrow of initial PINs, with copies that people pick up if there is a key for them. */
    public Escrow escrow(SealedPins pins, Optional<PickUpKey> pickUp) {
        return new StoredEscrow(store, pins, pickUp);
    }

    /** Returns how people pick up their PINs, which this key opens. */
    public PickUp pickUp(PickUpKey key) {
        return new PickUpCalls(store, key, random, refusals);
    }

    /** Returns what the PIN office does about pick-ups. */
    public PickUpOffice pickUpOffice() {
        return new PickUpOfficeCalls(store);
    }

    /** Returns the invitations to be sent, whose links can be used for a time. */
    public Invitations invitations(Duration life) {
        return new PickUpInvitations(store, life, random);
    }

    public Retention retention() {
        return new StoredRecords(store);
    }

    public PersonalData personalData() {
        return new StoredRecords(store);
    }

    /** Returns what the licence in this file permits. */
    public Licensing licensing(LicenceFile file) {
        return new StoredLicensing(store, file);
    }

    /** Returns what the licence in this file permits, for a command that needs no more of Central. */
    public static Licensing licensing(CentralStore store, LicenceFile file) {
        return new StoredLicensing(store, file);
    }

    public Stations stations() {
        return new JoinedStations(store, random, refusals);
    }

    public StationReports stationReports() {
        return new ReportedStations(store);
    }

    public Operators operators() {
        return new ManagedOperators(store);
    }

    public Policies policies() {
        return new ManagedPolicies(store);
    }

    public Profiles profiles() {
        return new ManagedProfiles(store);
    }

    public ManagedRequests requests() {
        return new RequestCalls(store, new PrivilegedMembers(directories));
    }

    public DirectoryPeople directoryPeople() {
        return new PeopleCalls(store, directories);
    }

    public RequestProgress requestProgress() {
        return new ProgressCalls(store);
    }

    public ProvisionedDevices inventory() {
        return new ListedRecords(store).inventory();
    }

    public Shipments shipments() {
        return new ManagedShipments(store);
    }

    public DeviceActions deviceActions() {
        return new DeviceCalls(store, directories);
    }

    public AuditTrail auditTrail() {
        return new ListedRecords(store).auditTrail();
    }

    public AuditReview auditReview() {
        return new AuditReviewCalls(store);
    }

    public ConfiguredDirectories configuredDirectories() {
        return new DirectoryAdministration(store, directories);
    }

    public StationSignIns stationSignIns() {
        return new OperatorsAtStations(store, random);
    }

    /** Returns sign-ins and sessions under these rules. Called once, since it counts the codes for emergencies. */
    public SignIns signIns(SignInRules rules) {
        return new OperatorSignIns(store, rules, random, refusals);
    }

    /** Returns the store, for what has no rules beyond one transaction. */
    public CentralStore store() {
        return store;
    }

    /** Returns the metadata of models that is installed; what is installed meanwhile counts from then on. Any thread. */
    public Optional<MetadataEdition> metadata() {
        return metadata.get().map(it -> new MetadataEdition(it.edition(), it.models(), it.nextUpdate()));
    }

    /** Closes the connections to directories; the store stays open. */
    @Override
    public void close() {
        directories.close();
    }
}
