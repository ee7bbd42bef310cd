package org.keyhopper.store.internal;

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
import org.keyhopper.store.StationStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The store of a station over one context. The service registry closes the context, other users the store. */
@Component(service = StationRecords.class)
public final class SqlStationStore implements StationStore {

    private final StoreContext station;
    private final Requests requests;
    private final Journal journal;
    private final Revocations revocations;
    private final Inventory inventory;
    private final PinVault pins;
    private final PinEscrow escrow;
    private final DirectoryAccounts accounts;
    private final ReaderBindings bindings;
    private final MetadataArchive metadata;
    private final SqlCentralRecords central;
    private final SqlStationAudit audit;

    @Activate
    public SqlStationStore(@Reference StoreContext station) {
        this.station = station;
        requests = new SqlRequests(station);
        journal = new SqlJournal(station);
        revocations = new SqlRevocations(station);
        inventory = new SqlInventory(station);
        pins = new SqlPinVault(station);
        escrow = new SqlPinEscrow(station);
        accounts = new SqlDirectoryAccounts(station);
        bindings = new SqlReaderBindings(station);
        metadata = new MetadataFolder(station);
        central = new SqlCentralRecords(station);
        audit = new SqlStationAudit(station.database(), station.clock());
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
    public Revocations revocations() {
        return revocations;
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public PinVault pins() {
        return pins;
    }

    @Override
    public Optional<PinEscrow> escrow() {
        return Optional.of(escrow);
    }

    @Override
    public DirectoryAccounts accounts() {
        return accounts;
    }

    @Override
    public ReaderBindings bindings() {
        return bindings;
    }

    @Override
    public MetadataArchive metadata() {
        return metadata;
    }

    @Override
    public Optional<CentralRecords> central() {
        return Optional.of(central);
    }

    @Override
    public Optional<StationKey> key() {
        return Optional.of(new StationRekey(station));
    }

    @Override
    public Optional<StationAudit> audit() {
        return Optional.of(audit);
    }

    @Override
    @Deactivate
    public void close() {
        central.close();
        station.close();
    }
}
