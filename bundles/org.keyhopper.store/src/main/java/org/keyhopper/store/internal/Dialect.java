package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.SQLException;

/** The differences between the databases. SQL statements that work on both SQLite and PostgreSQL are not included. */
interface Dialect {

    /** Connects in auto-commit mode, configured so that commits survive a power failure. */
    Connection connect() throws SQLException;

    /**
     * Begins a transaction; a writing one excludes other writers from its first read to its commit. Has no effect if it
     * fails.
     */
    void begin(Connection connection, boolean writing) throws SQLException;

    /** Releases resources of the session before the connection is closed. */
    default void leave(Connection connection) throws SQLException {}

    /** Removes deleted rows from the files of the database, outside of a transaction, as far as its other users permit now. */
    default void dropOldPages(Connection connection) throws SQLException {}

    /** Returns whether the connection is broken and must be replaced. */
    default boolean isLost(SQLException failure) {
        return false;
    }

    /** Returns a sentence for the operator that explains the failure. */
    String explain(SQLException failure);
}
