package org.keyhopper.core.internal.station;

import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.core.vault.PinVault;

/** The records of a station, kept in a store. */
abstract class RecordedStation implements ConfigurableStation {

    private final StationRecords records;

    RecordedStation(StationRecords records) {
        this.records = records;
    }

    final StationRecords records() {
        return records;
    }

    @Override
    public Requests requests() {
        return records.requests();
    }

    @Override
    public Journal journal() {
        return records.journal();
    }

    @Override
    public Inventory inventory() {
        return records.inventory();
    }

    @Override
    public Revocations revocations() {
        return records.revocations();
    }

    @Override
    public PinVault pins() {
        return records.pins();
    }

    @Override
    public ReaderBindings bindings() {
        return records.bindings();
    }
}
