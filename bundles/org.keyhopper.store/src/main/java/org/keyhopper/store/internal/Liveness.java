package org.keyhopper.store.internal;

import java.sql.SQLException;

/** A sign of life of each user of the store, which ends with its process, however that ends. Any thread. */
interface Liveness extends AutoCloseable {

    /** Returns the name under which this user of the store is known to live. */
    String token();

    /** Returns whether the user of the store with this token still runs. */
    boolean lives(Transaction in, String other) throws SQLException;

    default boolean isMine(String other) {
        return other.equals(token());
    }

    @Override
    void close();
}
