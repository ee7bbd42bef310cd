package org.keyhopper.core.station;

import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinVault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The parts of the store that is installed, taken together by the service registry. */
@Component(service = StoredRecords.class)
public final class StoredRecords {

    private final StationRecords records;

    @Activate
    public StoredRecords(
            @Reference Requests requests,
            @Reference Journal journal,
            @Reference Revocations revocations,
            @Reference Inventory inventory,
            @Reference PinVault pins,
            @Reference DirectoryAccounts accounts,
            @Reference ReaderBindings bindings,
            @Reference MetadataArchive metadata) {
        records = new StationRecords(requests, journal, revocations, inventory, pins, accounts, bindings, metadata);
    }

    StationRecords records() {
        return records;
    }
}
