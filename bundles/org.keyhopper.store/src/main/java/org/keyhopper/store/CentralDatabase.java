package org.keyhopper.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.request.Requests;
import org.keyhopper.store.internal.CentralContext;
import org.keyhopper.store.internal.CentralFigures;
import org.keyhopper.store.internal.MetadataFolder;
import org.keyhopper.store.internal.SqlCentralStore;
import org.keyhopper.store.internal.SqlDirectoryAccounts;
import org.keyhopper.store.internal.SqlInstances;
import org.keyhopper.store.internal.SqlRequests;

/**
 * All parts of the store of an organisation's Central. Several may be open on the same database. Thread-safe; all
 * failures are {@link org.keyhopper.core.request.StoreException}.
 */
public final class CentralDatabase implements AutoCloseable {

    private final CentralContext context;
    private final CentralStore store;
    private final Requests requests;
    private final DirectoryAccounts directories;

    private CentralDatabase(CentralContext context) {
        this.context = context;
        store = new SqlCentralStore(context);
        requests = new SqlRequests(context.records());
        directories = new SqlDirectoryAccounts(context.records());
    }

    /**
     * Opens the database. The key for its secrets is derived from the passphrase in the environment variable {@code
     * KEYHOPPER_PASSPHRASE}, else read from the file {@code station.key} in the folder, which is created.
     *
     * @param folder of Central's files; created if missing
     * @param address {@code postgresql://USER@HOST/NAME}; without one, the file {@code central.db} of the folder is used
     */
    public static CentralDatabase open(Path folder, Optional<String> address) {
        return open(folder, address, Clock.systemUTC());
    }

    /** Like {@link #open(Path, Optional)}, with a clock for claims in a file. */
    static CentralDatabase open(Path folder, Optional<String> address, Clock clock) {
        return open(new CentralLocation(folder, address, Optional.empty()), clock);
    }

    /** Like {@link #open(Path, Optional)}, with the master key in a file of the location. */
    public static CentralDatabase open(CentralLocation location) {
        return open(location, Clock.systemUTC());
    }

    private static CentralDatabase open(CentralLocation location, Clock clock) {
        CentralContext context = CentralContext.at(location, clock);
        context.records().open();
        return new CentralDatabase(context);
    }

    /** Returns claims, enrolments, stations and the audit trail. */
    public CentralStore store() {
        return store;
    }

    /** Returns the requests; a recipient that a station has claimed counts as claimed here as well. */
    public Requests requests() {
        return requests;
    }

    public DirectoryAccounts directories() {
        return directories;
    }

    /** Returns where the metadata of models is kept: a file beside the database, of each instance its own. */
    public MetadataArchive metadata() {
        return new MetadataFolder(context.records());
    }

    /**
     * Returns a secret of Central itself, such as the key with which it signs tokens: the same for all instances, to be
     * closed by the caller.
     *
     * @param fresh makes the secret if there is none
     */
    public Secret secret(String name, Supplier<Secret> fresh) {
        return context.records().secretsOf("central").getOrMake(name, fresh);
    }

    /** Returns the instances that serve from this database. */
    public Instances instances() {
        return new SqlInstances(context);
    }

    /** Returns how many claims of stations have not expired. */
    public int openClaims() {
        return new CentralFigures(context).openClaims();
    }

    /** Returns how many recipients of all requests have each outcome. */
    public Map<Outcome, Long> outcomes() {
        return new CentralFigures(context).outcomes();
    }

    /** Closes all connections. Idempotent. */
    @Override
    public void close() {
        context.close();
    }
}
