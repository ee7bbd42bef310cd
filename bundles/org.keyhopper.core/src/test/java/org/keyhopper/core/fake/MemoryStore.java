package org.keyhopper.core.fake;

import org.keyhopper.core.records.StationRecords;

/** All that a station keeps, in memory. */
public final class MemoryStore {

    public final MemoryRequests requests = new MemoryRequests();
    public final MemoryJournal journal = new MemoryJournal(requests);
    public final MemoryRevocations revocations = new MemoryRevocations();
    public final MemoryInventory inventory = new MemoryInventory(requests);
    public final MemoryPins pins = new MemoryPins(requests);
    public final MemoryAccounts accounts = new MemoryAccounts();
    public final MemoryBindings bindings = new MemoryBindings();

    public final MemoryMetadata metadata = new MemoryMetadata();

    public StationRecords records() {
        return new StationRecords(requests, journal, revocations, inventory, pins, accounts, bindings, metadata);
    }
}
