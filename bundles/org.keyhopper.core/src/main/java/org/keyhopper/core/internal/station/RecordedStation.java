package org.keyhopper.core.internal.station;

import java.time.Clock;
import java.util.Optional;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.internal.central.JoinedRecords;
import org.keyhopper.core.internal.central.StationMembership;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.journal.StationAudit;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.core.vault.StationKey;

/** The records of a station, kept in a store: its own, or those for the Central it has joined. */
abstract class RecordedStation implements ConfigurableStation {

    private final StationMembership membership;
    private final JoinedRecords records;

    RecordedStation(StationRecords own) {
        membership = new StationMembership(own);
        records = new JoinedRecords(own, membership, Clock.systemUTC());
    }

    final StationRecords records() {
        return records;
    }

    final StationMembership membership() {
        return membership;
    }

    @Override
    public CentralMembership central() {
        return membership;
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
    public Optional<StationKey> key() {
        return records.key();
    }

    @Override
    public Optional<StationAudit> audit() {
        return records.audit();
    }

    @Override
    public Optional<PinEscrow> escrow() {
        return records.escrow();
    }

    @Override
    public ReaderBindings bindings() {
        return records.bindings();
    }

    @Override
    public void close() {
        records.close();
    }
}
