package org.keyhopper.core.fake;

import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinVault;

/** All that a station keeps, in memory. */
public final class MemoryStore implements StationRecords {

    public final MemoryRequests requests = new MemoryRequests();
    public final MemoryJournal journal = new MemoryJournal(requests);
    public final MemoryRevocations revocations = new MemoryRevocations();
    public final MemoryInventory inventory = new MemoryInventory(requests);
    public final MemoryPins pins = new MemoryPins(requests);
    public final MemoryAccounts accounts = new MemoryAccounts();
    public final MemoryBindings bindings = new MemoryBindings();

    public final MemoryMetadata metadata = new MemoryMetadata();

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
}
