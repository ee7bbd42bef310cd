package org.keyhopper.store.internal;

import java.sql.SQLException;

/**
 * Shows whether the users of the store are running: the token of a user becomes invalid when its process ends in any
 * way. Thread-safe.
 */
interface Liveness extends AutoCloseable {

    /** Returns the token of this user of the store. */
    String token();

    /** Returns whether the user with this token is still running. */
    boolean lives(Transaction in, String other) throws SQLException;

    default boolean isMine(String other) {
        return other.equals(token());
    }

    @Override
    void close();
}
