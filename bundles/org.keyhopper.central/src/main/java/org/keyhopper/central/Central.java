package org.keyhopper.central;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.central.audit.AuditTrail;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.internal.ClaimedEnrolments;
import org.keyhopper.central.internal.DirectorySessions;
import org.keyhopper.central.internal.JoinedStations;
import org.keyhopper.central.internal.ListedRecords;
import org.keyhopper.central.internal.ManagedOperators;
import org.keyhopper.central.internal.ManagedPolicies;
import org.keyhopper.central.internal.OperatorSignIns;
import org.keyhopper.central.internal.OperatorsAtStations;
import org.keyhopper.central.internal.PrivilegedMembers;
import org.keyhopper.central.internal.RefusalBudget;
import org.keyhopper.central.internal.RequestCalls;
import org.keyhopper.central.inventory.ProvisionedDevices;
import org.keyhopper.central.operator.Operators;
import org.keyhopper.central.policy.Policies;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.signin.SignInRules;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.central.signin.StationSignIns;
import org.keyhopper.central.station.Stations;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.ModelMetadata;

/** Central without any way to reach it. Thread-safe. */
public final class Central implements AutoCloseable {

    private final CentralStore store;
    private final DirectorySessions directories;
    private final RefusalBudget refusals = new RefusalBudget(InstantSource.system());
    private final SecureRandom random = new SecureRandom();
    private final Enrolments enrolments;

    private Central(CentralStore store, DirectorySessions directories, Enrolments enrolments) {
        this.store = store;
        this.directories = directories;
        this.enrolments = enrolments;
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
        DirectorySessions sessions = new DirectorySessions(directories);
        return new Central(store, sessions, new ClaimedEnrolments(store, sessions, verifier, metadata));
    }

    public Enrolments enrolments() {
        return enrolments;
    }

    public Stations stations() {
        return new JoinedStations(store, random, refusals);
    }

    public Operators operators() {
        return new ManagedOperators(store);
    }

    public Policies policies() {
        return new ManagedPolicies(store);
    }

    public ManagedRequests requests() {
        return new RequestCalls(store, new PrivilegedMembers(directories));
    }

    public ProvisionedDevices inventory() {
        return new ListedRecords(store).inventory();
    }

    public AuditTrail auditTrail() {
        return new ListedRecords(store).auditTrail();
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

    /** Closes the connections to directories; the store stays open. */
    @Override
    public void close() {
        directories.close();
    }
}
