package org.keyhopper.core.internal.central;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.journal.StationAudit;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.core.vault.StationKey;

/** The records of the station: its own, or those for Central while it has joined. */
public final class JoinedRecords implements StationRecords, AutoCloseable {

    private static final Duration BETWEEN_UPLOADS = Duration.ofSeconds(15);

    private final StationRecords own;
    private final StationMembership membership;
    private final Clock clock;

    /** Guarded by this; null until it is needed. */
    private Requests mirrored;

    /** Guarded by this; null until there are mirrored requests. */
    private JournalUpload upload;

    public JoinedRecords(StationRecords own, StationMembership membership, Clock clock) {
        this.own = own;
        this.membership = membership;
        this.clock = clock;
    }

    private StationRecords current() {
        return membership.isJoined() ? own.central().orElseThrow().records() : own;
    }

    @Override
    public Requests requests() {
        return membership.isJoined() ? mirrored() : own.requests();
    }

    private synchronized Requests mirrored() {
        if (mirrored == null) {
            CentralRecords central = own.central().orElseThrow();
            upload = JournalUpload.start(central, membership::reports, BETWEEN_UPLOADS);
            mirrored = new MirroredRequests(central, membership::enrolments, upload, clock);
        }
        return mirrored;
    }

    @Override
    public Journal journal() {
        return current().journal();
    }

    @Override
    public Revocations revocations() {
        return current().revocations();
    }

    @Override
    public Inventory inventory() {
        return current().inventory();
    }

    @Override
    public PinVault pins() {
        return membership.isJoined() ? new EscrowedPinVault(current().pins()) : own.pins();
    }

    @Override
    public Optional<StationKey> key() {
        return own.key();
    }

    @Override
    public Optional<StationAudit> audit() {
        return current().audit();
    }

    @Override
    public Optional<PinEscrow> escrow() {
        return membership.isJoined() ? Optional.empty() : own.escrow();
    }

    @Override
    public DirectoryAccounts accounts() {
        return own.accounts();
    }

    /** Printers and readers belong to the computer. */
    @Override
    public ReaderBindings bindings() {
        return own.bindings();
    }

    @Override
    public MetadataArchive metadata() {
        return own.metadata();
    }

    @Override
    public Optional<CentralRecords> central() {
        return own.central();
    }

    /** Ends the upload of the journal. */
    @Override
    public synchronized void close() {
        if (upload != null) {
            upload.close();
        }
    }
}
