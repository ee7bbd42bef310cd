package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database, connected on first use. Transactions of several threads are serialised; each takes milliseconds. */
final class Database implements AutoCloseable {

    /** The body of a transaction, executed completely or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** A {@link Work} without a result. */
    @FunctionalInterface
    interface Change {
        void in(Transaction transaction) throws SQLException;
    }

    private static final Logger LOGGER = LoggerFactory.getLogger(Database.class);

    private final Dialect dialect;
    private final RowProtection rows;

    /** Guards the fields below, and gives a transaction exclusive use of the connection. */
    private final ReentrantLock lock = new ReentrantLock();

    private Connection connection;
    private boolean closed;

    Database(Dialect dialect) {
        this(dialect, RowProtection.NONE);
    }

    Database(Dialect dialect, RowProtection rows) {
        this.dialect = dialect;
        this.rows = rows;
    }

    <T> T read(Work<T> work) {
        rows.prepare(false);
        return transact(work, false);
    }

    <T> T write(Work<T> work) {
        rows.prepare(true);
        return transact(work, true);
    }

    /** As {@link #read}, of tables that carry no MACs: the key of the others may not be known yet. */
    <T> T readUnprotected(Work<T> work) {
        return transact(work, false);
    }

    /** As {@link #write}, of tables that carry no MACs. */
    <T> T writeUnprotected(Work<T> work) {
        return transact(work, true);
    }

    void change(Change change) {
        write(transaction -> {
            change.in(transaction);
            return null;
        });
    }

    /** Removes deleted rows from the files of the database, as far as its other users permit now; if not, a later call does. */
    void dropOldPages() {
        lock.lock();
        try {
            dialect.dropOldPages(connection());
        } catch (SQLException e) {
            LOGGER.warn("What was deleted is still in the log of the database", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (connection != null) {
                dialect.leave(connection);
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            throw new StoreException(dialect.explain(e), e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T transact(Work<T> work, boolean writing) {
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) {
                throw new IllegalStateException("nested transaction");
            }
            return transact(work, writing, connected(writing));
        } catch (SQLException e) {
            throw rows.refusal().orElseGet(() -> new StoreException(dialect.explain(e), e));
        } finally {
            lock.unlock();
        }
    }

    private <T> T transact(Work<T> work, boolean writing, Connection on) throws SQLException {
        try {
            Transaction transaction = new Transaction(on, rows);
            if (writing) {
                rows.begun(transaction);
            }
            T result = work.in(transaction);
            commit(on, writing);
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(on, e);
            throw e;
        }
    }

    /** A commit of unknown outcome is never repeated; the data is queried instead. */
    private void commit(Connection on, boolean writing) throws SQLException {
        try {
            execute(on, "COMMIT");
        } catch (SQLException e) {
            if (writing && dialect.isLost(e)) {
                throw new StoreException(dialect.explain(e) + " It is not known whether the last change was saved.", e);
            }
            throw e;
        }
    }

    /** If the server was restarted, reconnects before the transaction begins. */
    private Connection connected(boolean writing) throws SQLException {
        try {
            dialect.begin(connection(), writing);
        } catch (SQLException e) {
            if (connection == null || !dialect.isLost(e)) {
                throw e;
            }
            discard(e);
            dialect.begin(connection(), writing);
        }
        return connection;
    }

    /** If the rollback fails, the connection is closed, which ends the transaction. */
    private void rollBack(Connection on, Exception reason) {
        try {
            execute(on, "ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
            discard(reason);
        }
    }

    private void discard(Exception reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        } finally {
            connection = null;
        }
    }

    private Connection connection() throws SQLException {
        if (closed) {
            throw new StoreException("The station's data is closed.");
        }
        if (connection == null) {
            Connection fresh = dialect.connect();
            try {
                Schema.migrate(fresh, dialect);
                rows.install(fresh);
            } catch (SQLException | RuntimeException e) {
                fresh.close();
                throw e;
            }
            connection = fresh;
        }
        return connection;
    }

    private static void execute(Connection on, String sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute(sql);
        }
    }
}
