package org.keyhopper.core.station;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.journal.StationAudit;
import org.keyhopper.core.metadata.StationMetadata;
import org.keyhopper.core.people.PeopleLookup;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.printer.Commissioning;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.reconcile.Reconciler;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.core.vault.StationKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One workplace: its records, its devices, and the runs that can be started. An OSGi service; a rehearsal creates its
 * own. Accessors are fast and callable from any thread.
 */
@ProviderType
public interface Station {

    /** Returns the policy of the organisation for this computer. */
    default StationPolicy policy() {
        return StationPolicy.OPEN;
    }

    /** Returns the membership in a Central. */
    CentralMembership central();

    Requests requests();

    Journal journal();

    Inventory inventory();

    Revocations revocations();

    PinVault pins();

    /** Returns the escrow of initial PINs; empty while the station has joined a Central, which has its own. */
    default Optional<PinEscrow> escrow() {
        return Optional.empty();
    }

    /** Returns the key of this station's store; empty if it cannot be replaced. */
    default Optional<StationKey> key() {
        return Optional.empty();
    }

    /** Returns the audit trail of this station; empty if its store has none. */
    default Optional<StationAudit> audit() {
        return Optional.empty();
    }

    Directories directories();

    Devices devices();

    /** Returns the metadata of models of devices. */
    StationMetadata metadata();

    /** Returns the management of single devices outside of runs. */
    DeviceManagement deviceManagement();

    /**
     * Starts a manual run over the recipients of a request that are not provisioned. Returns at once; signing in
     * happens on the run's thread.
     *
     * @param slot a part of the name of the only reader to use, or empty for the device inserted last in any reader
     * @param listener receives everything from the start
     * @throws RunRefusedException when there is no such request or directory, or other runs have claimed all open recipients
     */
    Run startManual(
            RequestId request, String slot, OperatorPrompts operator, DirectoryPrompts directory, RunListener listener)
            throws RunRefusedException;

    /**
     * Starts a run through printers over the recipients of a request that are not provisioned. Returns at once;
     * everything else happens on threads of the run.
     *
     * @param listener receives everything from the start
     * @throws RunRefusedException when there is no such request or directory, other runs have claimed all open recipients, or the PIN rule
     *     needs an operator at every card
     */
    AutomaticRun startAutomatic(AutomaticOrder order, DirectoryPrompts directory, AutomaticListener listener)
            throws RunRefusedException;

    /**
     * Prepares a run: signs in and looks the recipients up. Returns at once.
     *
     * @param people the positions of the only recipients that are to be provisioned, who are attempted again if they have
     *     failed or were skipped; empty for all that are not provisioned
     * @param limit how long an outage of the directory is waited for; empty where an operator decides that
     * @throws RunRefusedException as {@link #startManual}, and at a station of a Central if people are named
     */
    Preparation prepare(
            RequestId request, Optional<Set<Integer>> people, Optional<Duration> limit, DirectoryPrompts directory)
            throws RunRefusedException;

    /**
     * Starts a manual run that takes a preparation over.
     *
     * @throws RunRefusedException if the preparation is not ready; it is closed then
     */
    Run startManual(Preparation prepared, String slot, OperatorPrompts operator, RunListener listener)
            throws RunRefusedException;

    /**
     * Starts a run through printers that takes a preparation of its request over.
     *
     * @throws RunRefusedException when the preparation is not ready, or the profile's PIN rule needs an operator at every card; the
     *     preparation is closed then
     */
    AutomaticRun startAutomatic(AutomaticOrder order, Preparation prepared, AutomaticListener listener)
            throws RunRefusedException;

    Printers printers();

    ReaderBindings bindings();

    /** Returns the determination of the readers behind encoders. */
    Commissioning commissioning();

    /** Returns the reconciler of unclear recipients. */
    Reconciler reconciler();

    /** Returns the look-ups of users that are made outside of runs. */
    PeopleLookup people();
}
