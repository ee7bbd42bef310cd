package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.List;
import org.keyhopper.api.directory.RegisteredPasskey;

/** Backups from which this database was restored. */
public interface RestorationTable {

    /**
     * What was done between these two times may be at a directory and not in the database.
     *
     * @param backupMade by the clock of the database at that time
     * @param restored by the clock of the database
     */
    record Restoration(Instant backupMade, Instant restored) {}

    /** Returns those whose losses have not been checked yet. */
    List<Restoration> open();

    /** Returns whether the inventory has this passkey, by one of its credential ids or its handle at the directory. */
    boolean isInInventory(String directory, RegisteredPasskey passkey);

    /** Ends the check of all of them: every person was compared with the directory. */
    int end();
}
