package org.keyhopper.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.internal.CentralCopy;
import org.keyhopper.store.internal.CentralRestore;

/**
 * Backups of Central. A backup has the whole database of a file, or what belongs to a backup of PostgreSQL, and never the
 * master key. One thread; failures are {@link StoreException}.
 */
public final class CentralBackup {

    /** How the database of a file is called in {@link Contents}. */
    public static final String SQLITE = "sqlite";

    /** How the database of a server is called in {@link Contents}; a backup does not hold it. */
    public static final String POSTGRESQL = "postgresql";

    /**
     * What a backup says of itself.
     *
     * @param made a time before the copy began
     * @param program the version that made it
     * @param database {@link #SQLITE} or {@link #POSTGRESQL}
     * @param dataVersion of the tables
     * @param lastAuditEntry the number of the last entry of the audit trail
     */
    public record Contents(Instant made, String program, String database, int dataVersion, long lastAuditEntry) {}

    /**
     * What a restore did.
     *
     * @param contents of the backup
     * @param unclear how many recipients with an open claim are UNCLEAR now
     * @param replaced the folder with the database as it was before; absent for PostgreSQL
     */
    public record Restored(Contents contents, int unclear, java.util.Optional<Path> replaced) {}

    private CentralBackup() {}

    /**
     * Makes a backup, while instances may serve.
     *
     * @param target a new file
     * @param files further files by the name that they get in the backup
     */
    public static Contents make(CentralLocation location, String program, Path target, Map<String, Path> files) {
        try {
            return new CentralCopy(location).make(program, target.toAbsolutePath(), files);
        } catch (IOException e) {
            throw new StoreException("The backup cannot be written: " + target, e);
        }
    }

    /**
     * Puts a backup in the place of the database; no instance may be running. For PostgreSQL, whose database was restored
     * before, this does the rest: fencing numbers begin above all that were issued, open claims become UNCLEAR, and codes
     * and tokens end.
     */
    public static Restored restore(CentralLocation location, Path archive, Caller caller) {
        try {
            return new CentralRestore(location, caller).restore(archive);
        } catch (IOException e) {
            throw new StoreException("The backup cannot be restored: " + e.getMessage(), e);
        }
    }
}
