package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What differs from one database to another. The SQL of this bundle is plain enough for SQLite and PostgreSQL alike, so
 * it is not here.
 */
interface Dialect {

    /** Connects, in auto-commit, with everything set so that a commit survives a power cut. */
    Connection connect() throws SQLException;

    /**
     * Begins a transaction; a writing one so that no other writer is between its reads and its writes. Nothing is done when it
     * fails.
     */
    void begin(Connection connection, boolean writing) throws SQLException;

    /** Gives free what lasts as long as the connection; it is closed next. */
    default void leave(Connection connection) throws SQLException {}

    /** Returns whether the connection is gone, so that only another one can go on. */
    default boolean isLost(SQLException failure) {
        return false;
    }

    /** Says in a sentence for the operator what is wrong. */
    String explain(SQLException failure);
}
