package org.keyhopper.store;

import org.keyhopper.store.internal.InspectedDatabase;

/**
 * What can be said of Central's database without changing it. Failures to reach it are {@code StoreException} with a
 * sentence for the administrator.
 *
 * @param product the name and version of the database software
 * @param exists whether it has tables yet
 * @param dataVersion of the tables, 0 without any
 * @param newest the version that this program makes and knows
 * @param usable whether this program can work with it, after a migration if it is older
 * @param keyChosen whether secrets are stored, which need the master key
 */
public record CentralInspection(
        String product, boolean exists, int dataVersion, int newest, boolean usable, boolean keyChosen) {

    /** The oldest PostgreSQL that is supported. */
    public static final int OLDEST_POSTGRESQL = 15;

    /** Connects and reads. Verifies the master key if the tables are of the version of this program. */
    public static CentralInspection of(CentralLocation location) {
        return InspectedDatabase.inspect(location);
    }
}
