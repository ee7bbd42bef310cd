package org.keyhopper.core.internal.central;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinVault;

/** The records of a joined station in memory, with the requests of a Central that a test plays. */
final class MirroringStore implements StationRecords, CentralRecords, AutoCloseable {

    private final MemoryStore store;
    private final JournalUpload upload;
    private final Requests requests;

    MirroringStore(MemoryStore store, CentralEnrolments central) {
        this.store = store;
        upload = JournalUpload.start(this, () -> null, Duration.ofDays(1));
        requests = new MirroredRequests(this, () -> central, upload, Clock.systemUTC());
    }

    /** As long as there are none, the journal is not uploaded. */
    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public StationRecords records() {
        return store;
    }

    @Override
    public Secrets secrets() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void mirror(ProvisioningRequest request) {
        request.recipients().stream()
                .filter(this::isTakenOver)
                .forEach(reported ->
                        store.requests.settle(reported.id(), reported.last().orElseThrow()));
    }

    private boolean isTakenOver(RecipientState reported) {
        return reported.last().isPresent()
                && store.requests.state(reported.id()).outcome() != reported.outcome()
                && store.journal.unfinished().stream()
                        .noneMatch(open -> open.recipient().equals(reported.id()));
    }

    @Override
    public List<NumberedEntry> journalAfter(long number, int limit) {
        return List.of();
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Requests requests() {
        return requests;
    }

    @Override
    public Journal journal() {
        return store.journal();
    }

    @Override
    public Revocations revocations() {
        return store.revocations();
    }

    @Override
    public Inventory inventory() {
        return store.inventory();
    }

    @Override
    public PinVault pins() {
        return new EscrowedPinVault(store.pins());
    }

    @Override
    public DirectoryAccounts accounts() {
        return store.accounts();
    }

    @Override
    public ReaderBindings bindings() {
        return store.bindings();
    }

    @Override
    public MetadataArchive metadata() {
        return store.metadata();
    }

    @Override
    public void close() {
        upload.close();
    }
}
