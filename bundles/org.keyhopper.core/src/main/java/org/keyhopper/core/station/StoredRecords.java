package org.keyhopper.core.station;

import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The parts of the store that is installed, taken together by the service registry. */
@Component(service = StoredRecords.class)
public final class StoredRecords {

    private final StationRecords records;

    @Activate
    public StoredRecords(
            @Reference StoredWork work,
            @Reference Inventory inventory,
            @Reference DirectoryAccounts accounts,
            @Reference ReaderBindings bindings,
            @Reference MetadataArchive metadata) {
        records = new StationRecords(
                work.requests, work.journal, work.revocations, inventory, work.pins, accounts, bindings, metadata);
    }

    StationRecords records() {
        return records;
    }
}
