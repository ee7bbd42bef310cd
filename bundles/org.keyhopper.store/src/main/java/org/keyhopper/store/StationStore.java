package org.keyhopper.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.store.internal.Home;
import org.keyhopper.store.internal.MetadataFolder;
import org.keyhopper.store.internal.SqlDirectoryAccounts;
import org.keyhopper.store.internal.SqlInventory;
import org.keyhopper.store.internal.SqlJournal;
import org.keyhopper.store.internal.SqlPinVault;
import org.keyhopper.store.internal.SqlReaderBindings;
import org.keyhopper.store.internal.SqlRequests;
import org.keyhopper.store.internal.SqlRevocations;
import org.keyhopper.store.internal.StoreContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The store of a station, as an OSGi service or opened by {@link #open}. Several stores, also of several processes, may
 * be open on the same folder. Thread-safe; all failures are {@link org.keyhopper.core.request.StoreException}.
 */
@Component(service = StationRecords.class)
public final class StationStore implements StationRecords, AutoCloseable {

    private final StoreContext station;
    private final Requests requests;
    private final Journal journal;
    private final Revocations revocations;
    private final Inventory inventory;
    private final PinVault pins;
    private final DirectoryAccounts accounts;
    private final ReaderBindings bindings;
    private final MetadataArchive metadata;

    /** Uses a context that is closed by its owner. */
    @Activate
    public StationStore(@Reference StoreContext station) {
        this.station = station;
        requests = new SqlRequests(station);
        journal = new SqlJournal(station);
        revocations = new SqlRevocations(station);
        inventory = new SqlInventory(station);
        pins = new SqlPinVault(station);
        accounts = new SqlDirectoryAccounts(station);
        bindings = new SqlReaderBindings(station);
        metadata = new MetadataFolder(station);
    }

    /**
     * Opens the store in this folder, which is created if missing. The key for its secrets is derived from the
     * passphrase in the environment variable {@code KEYHOPPER_PASSPHRASE}, else provided by the first source that can
     * store one, else read from the file {@code station.key} in the folder; it is loaded when the first secret is
     * needed. If the file {@code database} in the folder names a PostgreSQL server, everything except reader bindings
     * and metadata is stored there, shared with other stations; secrets then require the passphrase.
     */
    public static StationStore open(Path home, MasterKeySource... sources) {
        StoreContext station = StoreContext.at(home, List.of(sources));
        station.open();
        return new StationStore(station);
    }

    /** Like {@link #open(Path, MasterKeySource...)}, with a passphrase that is not from the environment. */
    static StationStore open(Path home, Supplier<Optional<Secret>> passphrase) {
        StoreContext station = StoreContext.at(home, passphrase);
        station.open();
        return new StationStore(station);
    }

    /**
     * Returns the folder of this station: that in the environment variable {@code KEYHOPPER_HOME}, else {@code
     * .keyhopper} in the user's home.
     */
    public static Path home() {
        return Home.path();
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

    /** Releases all leases and closes the files. Idempotent. */
    @Override
    public void close() {
        station.close();
    }
}
