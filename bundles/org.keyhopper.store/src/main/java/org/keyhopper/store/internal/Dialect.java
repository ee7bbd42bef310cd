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

    /** Begins a transaction; a writing one so that no other writer is between its reads and its writes. */
    void begin(Connection connection, boolean writing) throws SQLException;

    /** Says in a sentence for the operator what is wrong. */
    String explain(SQLException failure);
}
