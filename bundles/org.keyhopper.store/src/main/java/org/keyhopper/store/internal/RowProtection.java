package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;

/** How a database protects its rows from other programs. Methods with a transaction or connection are called by its thread. */
interface RowProtection {

    /** Rows are taken as they are: Central's database is protected by its server. */
    RowProtection NONE = new RowProtection() {
        @Override
        public void prepare(boolean writing) {}

        @Override
        public void forget() {}

        @Override
        public void install(Connection connection) {}

        @Override
        public void begun(Transaction in) {}

        @Override
        public void verify(ProtectedTable table, Map<String, String> row) {}

        @Override
        public Optional<StoreException> refusal() {
            return Optional.empty();
        }
    };

    /** Loads the key, before a transaction begins. */
    void prepare(boolean writing);

    /** Discards the key. */
    void forget();

    /** Sets up a new connection, whose tables are those of the current version. */
    void install(Connection connection) throws SQLException;

    /** Checks the database at the beginning of a writing transaction. */
    void begun(Transaction in) throws SQLException;

    /**
     * Refuses a row that another program has changed.
     *
     * @param row all columns that have a value, by name
     */
    void verify(ProtectedTable table, Map<String, String> row);

    /** Returns why the last statement was refused, once. */
    Optional<StoreException> refusal();
}
