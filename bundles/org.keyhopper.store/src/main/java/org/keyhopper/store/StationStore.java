package org.keyhopper.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.store.internal.Home;
import org.keyhopper.store.internal.SqlStationStore;
import org.keyhopper.store.internal.StoreContext;

/**
 * The store of a station, opened outside of the service registry, where it is the service {@link StationRecords}. Several
 * stores, also of several processes, may be open on the same folder. Thread-safe; all failures are {@link
 * org.keyhopper.core.request.StoreException}.
 */
public interface StationStore extends StationRecords, AutoCloseable {

    /**
     * Opens the store in this folder, which is created if missing. The key for its secrets is derived from the
     * passphrase in the environment variable {@code KEYHOPPER_PASSPHRASE}, else provided by the first source that can
     * store one, else read from the file {@code station.key} in the folder; it is loaded when the first secret is
     * needed.
     */
    static StationStore open(Path home, MasterKeySource... sources) {
        StoreContext station = StoreContext.at(home, List.of(sources));
        station.open();
        return new SqlStationStore(station);
    }

    /** Like {@link #open(Path, MasterKeySource...)}, with a passphrase that is not from the environment. */
    static StationStore open(Path home, Supplier<Optional<Secret>> passphrase) {
        StoreContext station = StoreContext.at(home, passphrase);
        station.open();
        return new SqlStationStore(station);
    }

    /**
     * Returns the folder of this station: that in the environment variable {@code KEYHOPPER_HOME}, else {@code
     * .keyhopper} in the user's home.
     */
    static Path home() {
        return Home.path();
    }

    /** Releases all claims and closes the files. Idempotent. */
    @Override
    void close();
}
